/** Who else looks at what, as the live feed tells it. Pure. */
import type { PersonRef, PresenceFrame } from '@atesto/contract';
import type { ConsoleState } from '../store/state.js';

/** By what is looked at: those who do. Only what changed gets a new list, so that the other rows stay as they are. */
export type PresenceState = ReadonlyMap<string, readonly PersonRef[]>;

export const nobodyElse: PresenceState = new Map();

const none: readonly PersonRef[] = [];

const without = (before: PresenceState, id: string): Map<string, readonly PersonRef[]> => {
  const next = new Map(before);
  for (const [subject, people] of before) {
    if (!people.some((person) => person.id === id)) continue;
    const left = people.filter((person) => person.id !== id);
    if (left.length === 0) next.delete(subject);
    else next.set(subject, left);
  }
  return next;
};

export const heard = (before: PresenceState, { whole, people }: PresenceFrame): PresenceState =>
  people.reduce<PresenceState>(
    (now, { person, at }) => {
      const next = without(now, person.id);
      for (const { id } of at) next.set(id, [...(next.get(id) ?? none), person]);
      return next;
    },
    whole ? nobodyElse : before,
  );

/** Those who look at it, but for the reader. The same list as long as nothing changed. */
export const lookersAt = ({ presence, session }: ConsoleState, id: string): readonly PersonRef[] => {
  const all = presence.get(id) ?? none;
  const me = session.view?.user.id;
  return all.some((person) => person.id === me) ? all.filter((person) => person.id !== me) : all;
};

/** Two letters for a name: of its first and its last word. */
export const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? '')[0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
};
