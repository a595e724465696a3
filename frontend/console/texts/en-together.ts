/** Working on one queue together, in English. */
import { plural } from './forms.js';

export const together = {
  looking: plural({ one: '{names} is looking at this too.', other: '{names} are looking at this too.' }),
  told: { takenOver: '{name} took this over from you: “{note}” ({what})' },
  takeOver: {
    action: 'Take over …',
    title: 'Take over the claim',
    lead: '{name} works on this until {time}, and will be told at once.',
    note: 'Note for them',
    noteHint: 'Why you take it over. It stays in the history.',
    missing: 'Say why you take it over.',
    submit: 'Take over',
    offer: 'Take it over and go on',
    andGoOn: 'Take over, keep what I typed',
  },
  meanwhile: {
    title: 'In the meantime others did this.',
    kept: 'What you typed is kept.',
    mine: 'What you typed',
    theirs: 'What it is now',
    field: 'Field',
    keepMine: 'Keep mine',
    keepTheirs: 'Take theirs',
    choose: '{field}: which one to keep',
    both: 'You and somebody else changed the same. Choose for each what to keep, then save again.',
  },
  notes: {
    title: 'Notes of the team',
    none: 'No notes yet.',
    write: 'Write a note',
    hint: 'For the team only, never public. @ mentions somebody, who is told.',
    send: 'Add note',
    people: 'People to mention',
  },
  assign: {
    label: 'Assigned to',
    to: 'Assigned to {name}',
    me: 'you',
    nobody: 'Nobody in particular',
    people: 'People',
    organisations: 'Organisations',
  },
};
