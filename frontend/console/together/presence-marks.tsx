/** Who else looks at something: initials on a row, words in the detail. */
import type { JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { useSelect, useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';
import { initialsOf, lookersAt } from './presence.js';

const mostInitials = 2;

/** The same list while its people are the same, so that a row is not drawn again for nothing. */
const useLookers = (id: string): ReturnType<typeof lookersAt> => {
  const last = useRef<ReturnType<typeof lookersAt>>([]);
  return useSelect((state) => {
    const now = lookersAt(state, id);
    const same = now.length === last.current.length && now.every((person, at) => person.id === last.current[at]?.id);
    return same ? last.current : (last.current = now);
  });
};

const useNames = (names: readonly string[]): string => {
  const { t, plural, language } = useWords();
  if (names.length === 0) return '';
  const list = new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  return fill(plural(names.length, t.together.looking), { names: list });
};

export const Lookers = ({ id }: { id: string }): JSX.Element | null => {
  const people = useLookers(id);
  const words = useNames(people.map(({ name }) => name));
  if (people.length === 0) return null;
  const more = people.length - mostInitials;
  return (
    <span class="lookers" role="img" aria-label={words} title={words}>
      {people.slice(0, mostInitials).map((person) => (
        <span key={person.id} class="initials" aria-hidden="true">
          {initialsOf(person.name)}
        </span>
      ))}
      {more > 0 && (
        <span class="initials" aria-hidden="true">
          +{more}
        </span>
      )}
    </span>
  );
};

/** The place is always there: only what comes into it later is read out. */
export const LookersLine = ({ id }: { id: string }): JSX.Element => {
  const people = useLookers(id);
  const words = useNames(people.map(({ name }) => name));
  return (
    <div class="lookers-line" role="status">
      {words !== '' && (
        <p>
          {people.slice(0, mostInitials).map((person) => (
            <span key={person.id} class="initials" aria-hidden="true">
              {initialsOf(person.name)}
            </span>
          ))}
          <bdi>{words}</bdi>
        </p>
      )}
    </div>
  );
};
