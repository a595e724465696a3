/** Finding: search, filters, areas and views, in English. */
import { plural } from './forms.js';

export const finding = {
  chips: 'Filters that are on',
  removeChip: 'Remove the filter: {filter}',
  allStatuses: 'Every status',
  either: 'With or without',
  priority: 'Priority',
  language: 'Language of the text',
  noLanguage: 'Unknown language',
  reporter: 'Reporter',
  reporterHint: 'A name, number or address, whole. What is found is noted in the history of each report.',
  located: { yes: 'With a place', no: 'Without a place' },
  media: { label: 'Photos and recordings', yes: 'With photos or recordings', no: 'Without photos' },
  contact: { label: 'Contact', yes: 'Reporter can be reached', no: 'Reporter cannot be reached' },
  answered: { label: 'Question to the reporter', yes: 'Answered', no: 'Asked, no answer yet' },
  time: 'Days mean',
  timeReceived: 'When it was received',
  timeObserved: 'When it was seen',
  timeOpened: 'When it was opened',
  timeUpdated: 'When it changed last',
  area: 'Area on the map',
  areaDraw: 'Draw on the map',
  areaEdit: 'Change on the map',
  areaClear: 'Remove the area',
  areaWrite: 'Write the corners down',
  areaCorners: 'Corners',
  areaCornersHint: 'One a line: latitude, longitude. Three at least.',
  areaApply: 'Use these corners',
  areaUnread: 'Write at least three corners, each as latitude, longitude.',
  areaCrosses: 'The edges cross or touch each other. Move a corner or go back.',
  areaClick: 'Click the corners of the area; drag one to move it.',
  areaDone: 'Done',
  areaBack: 'Take back',
  corners: plural({ one: '# corner', other: '# corners' }),
  mapOfList: {
    reports: plural({
      one: 'Of the reports, the map shows the # row of the list.',
      other: 'Of the reports, the map shows the # rows of the list.',
    }),
    incidents: plural({
      one: 'Of the incidents, the map shows the # row of the list.',
      other: 'Of the incidents, the map shows the # rows of the list.',
    }),
  },
  mapOfOthers: {
    reports: 'Reports are chosen by category and time only.',
    incidents: 'Incidents are chosen by category and time only.',
  },
  mapOfListMore: 'More come as you scroll.',
};

export const views = {
  title: 'Views',
  empty: 'Nothing saved yet. A view keeps the filters that are on now.',
  name: 'Save what is shown now as',
  share: 'For everybody here',
  save: 'Save',
  remove: 'Remove the view {name}',
  sharedBy: 'shared by {name}',
  onlyMine: 'only for you',
};

export const brush = {
  label: 'Time',
  start: 'From',
  end: 'Until',
  said: '{count}, {from} – {to}',
};
