/** Ctrl K: whatever can be done now, and whatever can be gone to, by typing a part of its name. */
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Modal } from '../pieces/modal.js';
import { commands } from './commands.js';
import { matching, stepped } from './matching.js';
import { useFound } from './use-found.js';

interface Line {
  id: string;
  label: string;
  key?: string | undefined;
  run: () => void;
}

const optionId = (at: number): string => `palette-option-${at}`;

export const PaletteDialog = ({ onClose }: { onClose: () => void }): JSX.Element => {
  const page = useConsole();
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  // What was possible when it was opened: behind the dialog nothing moves.
  const possible = useRef(commands.filter(({ isPossible }) => isPossible(page.context.store.get())));
  const found = useFound(typed, t.queue.noText);
  const lines: Line[] = [
    ...matching(
      possible.current.map((command): Line => ({
        id: command.id,
        label: command.label(t),
        key: command.key,
        run: () => command.run(page),
      })),
      typed,
    ),
    ...found.map(({ id, label, to }): Line => ({ id, label, run: () => page.actions.room.select(to) })),
  ];
  const here = Math.min(at, Math.max(0, lines.length - 1));
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.children[here]?.scrollIntoView({ block: 'nearest' }), [here]);
  const choose = (line: Line | undefined): void => {
    if (line === undefined) return;
    onClose();
    // The dialog goes first, and gives the focus back.
    setTimeout(line.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setAt(stepped(here, event.key === 'ArrowDown' ? 1 : -1, lines.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(lines[here]);
    }
  };
  return (
    <Modal title={t.speed.palette} onClose={onClose}>
      <div class="palette">
        <input
          type="text"
          role="combobox"
          autoFocus
          autocomplete="off"
          aria-label={t.speed.paletteHint}
          placeholder={t.speed.paletteHint}
          aria-expanded="true"
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={lines.length > 0 ? optionId(here) : undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <ul id="palette-list" role="listbox" aria-label={t.speed.palette} ref={list}>
          {lines.map((line, index) => (
            <li
              key={line.id}
              id={optionId(index)}
              role="option"
              aria-selected={index === here}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(line)}
            >
              <span class="cut" dir="auto">
                {line.label}
              </span>
              {line.key && <kbd aria-hidden="true">{line.key}</kbd>}
            </li>
          ))}
        </ul>
        {lines.length === 0 && (
          <p class="muted" role="status">
            {t.speed.paletteNone}
          </p>
        )}
      </div>
    </Modal>
  );
};
