/** The words of exercises in English. */
export const training = {
  mark: 'EXERCISE',
  words: 'Nothing here is real, and nothing leaves it: no messages, no alerts.',
  make: 'This is an exercise',
  makeHint:
    'For training. It says so on every page and in every file, and it cannot send anything to anybody. It stays an exercise for good.',
  noChannels:
    'An exercise has no channels: nothing may leave it. Reports come from its replay and from its report page.',
};
