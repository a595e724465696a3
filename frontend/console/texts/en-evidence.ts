/** Evidence, how sure responders are, and the second person, in English. */
import type { Confidence, EvidenceKind } from '@atesto/contract';
import { plural } from './forms.js';

const confidence: Record<Confidence, string> = {
  unconfirmed: 'Unconfirmed',
  likely: 'Likely',
  confirmed: 'Confirmed',
};

const kind: Record<EvidenceKind, string> = {
  report: 'A report',
  photo: 'A photo',
  call: 'A phone call',
  link: 'A source',
  second_person: 'Confirmed as second person',
};

export const evidence = {
  title: 'What this rests on',
  confidence,
  kind,
  howSure: 'How sure we are',
  confidenceHint: 'The public sees this word. Nothing raises it by itself: not reports, not what others say they see.',
  change: 'Change',
  reason: 'Why',
  reasonHint: 'Stands in the history.',
  reasonMissing: 'Say why, so that it can be defended later.',
  reports: plural({ one: '# report', other: '# reports' }),
  citizens: plural({
    one: '# citizen says they see it too (counted apart, verifies nothing)',
    other: '# citizens say they see it too (counted apart, verifies nothing)',
  }),
  empty: 'No further evidence yet.',
  add: 'Add evidence',
  addTitle: 'Add evidence',
  what: 'What it is',
  url: 'Address of the page',
  urlHint: 'Shown as a link to responders only. The server never opens it.',
  urlBad: 'Enter an address that begins with http:// or https://.',
  note: 'Note',
  noteMissing: 'Say who was called and what was said.',
  callHint: 'Who was called, and what they said',
  openReport: 'Open the report',
  withdraw: 'Withdraw',
  withdrawLead: 'It stays in the list, struck out with your name, and counts no more.',
  withdrawnBy: 'Withdrawn by {name}',
  waits: 'Waits for a second person',
  secondBy: 'Confirmed by {name} as second person',
  secondWaits: 'Waits for a second person. Until one confirms it, nobody outside sees it.',
  secondNone: 'No second person has confirmed it.',
  confirmSecond: 'Confirm as second person',
  notYours: 'You opened it or verified one of its reports: somebody else must confirm it.',
};
