/** Suggestions from words, and the lists behind them, in English. */
import type { PlaceReason } from '@atesto/contract';

const placeReason: Record<PlaceReason, string> = {
  coordinates: 'Coordinates',
  name: 'A name',
  spelling: 'A name, spelled otherwise',
  near: 'Near a place that is named',
  between: 'Between places that are named',
  direction: 'Told by the way to a place',
  region: 'A whole region',
};

export const suggestions = {
  title: 'Suggestions from the words',
  lead: 'Nothing is taken over until you say so.',
  category: 'Category',
  priority: 'Priority',
  place: 'Place',
  because: 'The words: {said}',
  placeBecause: '{reason} in the words: {said}',
  quoted: '“{words}”',
  certain: 'sure',
  doubtful: 'doubtful',
  use: 'Take over',
  useLabel: 'Take over: {what}',
  placeReason,
  words: {
    lead: 'Reports that hold these words get a suggestion: a category or a priority, with the words that speak for it. A responder decides.',
    how: 'Commas between entries. A star stands for any ending: “flood*” finds floods and flooded. An entry that begins with “no” finds all ways to deny the rest: “no water” finds “we do not have any water”.',
    language: 'Language',
    urgency: 'Urgency',
    categories: 'Categories',
    critical: 'Critical',
    high: 'High',
    asShipped: 'As it comes with Atesto',
    asShippedLabel: 'Put {name} back as it comes with Atesto',
    unsaved: 'Not saved yet',
    bad: 'These find nothing: {words}. An entry needs letters, three beside a star.',
  },
};
