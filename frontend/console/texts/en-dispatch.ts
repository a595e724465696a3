/** Needs, tasks and what reporters say in the end, in English. */
import type { NeedKind, OfferReason, Outcome, TaskStatus } from '@atesto/contract';
import { plural } from './forms.js';

const kind: Record<NeedKind, string> = {
  water: 'Drinking water',
  food: 'Food',
  shelter: 'Shelter',
  medical: 'Medical help',
  rescue: 'Rescue',
  transport: 'Transport',
  clothing: 'Clothing and blankets',
  power: 'Power and fuel',
  tools: 'Tools and machines',
  people: 'Helping hands',
  information: 'Information',
  other: 'Something else',
};

const task: Record<TaskStatus, string> = {
  open: 'Open',
  accepted: 'Accepted',
  under_way: 'Under way',
  done: 'Done',
  declined: 'Declined',
  cancelled: 'Cancelled',
};

const step: Record<TaskStatus, string> = {
  open: 'Open again',
  accepted: 'Accept',
  under_way: 'Set out',
  done: 'Done',
  declined: 'Decline',
  cancelled: 'Cancel task',
};

const outcome: Record<Outcome, string> = {
  asked: 'Reporters asked',
  confirmed: 'Reporters confirm',
  denied: 'A reporter says no',
};

const offerReason: Record<OfferReason, string> = {
  near: '{distance} away',
  place_unknown: 'place not known',
  enough: 'enough for what is open',
  part: 'a part of what is open',
  other_unit: 'counted in something else',
};

export const dispatch = {
  title: 'Needs and tasks',
  empty: 'Nothing was said to be needed yet.',
  endsByItself: 'When all needs are met the incident is resolved, and its reporters are asked whether that is true.',
  kind,
  task,
  step,
  outcome,
  offerReason,
  offersNear: 'Offers of help near',
  noOffers: 'Nobody near has offered what is needed.',
  offersFor: 'For: {need}',
  offerLeft: '{count} {unit}',
  offerCitizen: 'A citizen',
  offerScore: 'Fits to {percent} %',
  offerNote: 'Fetch what was offered: {what}',
  matchOffer: 'Use this offer',
  fromOffer: 'From an offer of help',
  addNeed: 'Add a need',
  what: 'What is needed',
  words: 'In words',
  wordsHint: 'For example: for infants, without pork, size 40.',
  quantity: 'How many',
  quantityBad: 'Enter a whole number of at least 1.',
  unit: 'Of what',
  unitHint: 'Persons, litres, boxes …',
  met: '{met} of {quantity} {unit} there',
  promised: '{count} on the way',
  open: '{count} still open',
  allMet: 'Met',
  withdrawNeed: 'No longer needed',
  withdrawNeedLead: 'It no longer counts. Its tasks stay.',
  addTask: 'Give a task',
  taskTitle: 'Give a task',
  forNeed: 'For the need',
  noNeed: 'None: a task of its own',
  organisation: 'Who does it',
  nobody: 'Not decided yet',
  note: 'What is to be done',
  noteMissing: 'Say what is to be done.',
  tasks: 'Tasks',
  brings: 'brings {count}',
  outcomeTitle: 'What the reporters say',
  asked: plural({ one: '# reporter was asked whether it is over', other: '# reporters were asked whether it is over' }),
  confirmed: plural({ one: '# says yes', other: '# say yes' }),
  denied: plural({ one: '# says no', other: '# say no' }),
  reopen: 'A reporter says that it is not over. Look at it, and open it again if that is so.',
};
