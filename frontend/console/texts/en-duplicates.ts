/** What may be the same, in English. */
export const duplicates = {
  title: 'May be the same',
  loading: 'Looking for what may be the same …',
  none: 'No incident and no open report is like it.',
  lead: 'Add it when it tells of the same. Nothing happens by itself.',
  score: '{percent} likely the same',
  add: 'Add to it',
  addLabel: 'Add this report to incident #{number}, {title}',
  openLabel: 'Open: {what}',
  rests: { one: '{count} report', other: '{count} reports' },
  reason: {
    same_text: 'the same words',
    words: 'words {percent} alike',
    within: '{distance} apart, within both accuracies',
    distance: '{distance} apart',
    time: '{time} apart',
    sameTime: 'at the same time',
    category: 'same category',
    same_reporter: 'from the same reporter',
  },
};
