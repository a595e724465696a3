/** A text field that completes the names of people after an @: arrows choose, Enter takes, Esc leaves the list. */
import type { PersonRef } from '@atesto/contract';
import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useWords } from '../pieces/console-context.js';
import type { Wiring } from '../pieces/field.js';
import { completed, completingAt, matching } from './mention-text.js';

interface MentionFieldProps {
  wiring: Wiring;
  value: string;
  people: readonly PersonRef[];
  rows?: number;
  onInput: (text: string) => void;
  onSend?: () => void;
}

export const MentionField = ({ wiring, value, people, rows = 3, onInput, onSend }: MentionFieldProps): JSX.Element => {
  const { t } = useWords();
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [put, setPut] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const completing = closed ? null : completingAt(value, caret);
  const found = completing === null ? [] : matching(people, completing.words);
  const isOpen = found.length > 0;
  const at = Math.min(chosen, found.length - 1);

  useLayoutEffect(() => {
    if (put === null) return;
    field.current?.setSelectionRange(put, put);
    setCaret(put);
    setPut(null);
  }, [put]);

  const take = (person: PersonRef | undefined): void => {
    if (person === undefined || completing === null) return;
    const next = completed(value, completing, person.name);
    onInput(next.text);
    setPut(next.caret);
    setClosed(true);
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSend?.();
    else if (!isOpen || event.isComposing) return;
    else if (event.key === 'ArrowDown') setChosen((at + 1) % found.length);
    else if (event.key === 'ArrowUp') setChosen((at + found.length - 1) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(found[at]);
    else if (event.key === 'Escape') setClosed(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const look = (): void => setCaret(field.current?.selectionStart ?? 0);

  return (
    <div class="mention-field">
      <textarea
        {...wiring}
        ref={field}
        rows={rows}
        maxLength={5000}
        value={value}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        onInput={(event) => {
          setClosed(false);
          setChosen(0);
          onInput(event.currentTarget.value);
          look();
        }}
        onKeyDown={onKeyDown}
        onClick={look}
        onKeyUp={look}
        onBlur={() => setClosed(true)}
      />
      <ul class="mention-list" id={listId} role="listbox" aria-label={t.together.notes.people} hidden={!isOpen}>
        {found.map((person, index) => (
          <li
            key={person.id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => {
              event.preventDefault();
              take(person);
            }}
          >
            <bdi>{person.name}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
};
