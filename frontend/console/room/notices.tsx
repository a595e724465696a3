/** Short words after an action, and the word to screen readers when a report comes in. */
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { problemWords } from '../pieces/problem-words.js';
import type { Notice } from '../store/state.js';
import { fill } from '../texts/forms.js';
import type { Texts } from '../texts/texts.js';
import { UndoButton } from '../undo/undo-button.js';

const goodMs = 3_500;
/** As long as what was done can be taken back from here; later from the history. */
const undoMs = 10_000;
const spokenLength = 80;

const wordsOf = (notice: Notice, t: Texts): string => {
  if ('words' in notice) return t.done[notice.words];
  return 'told' in notice
    ? fill(t.together.told[notice.told.words], notice.told.values)
    : problemWords(notice.problem, t);
};

const One = ({ notice }: { notice: Notice }): JSX.Element => {
  const { t } = useWords();
  const { store } = useConsole().context;
  const undo = ('undo' in notice && notice.undo) || null;
  const gone = (): void => store.dispatch({ type: 'notice.gone', serial: notice.serial });
  useEffect(() => {
    if (notice.tone === 'bad') return undefined;
    const timer = setTimeout(gone, undo ? undoMs : goodMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class={`notice notice-${notice.tone}`}>
      <span>{wordsOf(notice, t)}</span>
      {undo && <UndoButton offer={undo} />}
      <button type="button" class="button quiet icon-only" onClick={gone} aria-label={t.common.close}>
        <Icon name="close" size={15} />
      </button>
    </div>
  );
};

export const Notices = (): JSX.Element => {
  const notices = useSelect((state) => state.notices);
  return (
    <div class="notices" role="status" aria-live="polite">
      {notices.map((notice) => (
        <One key={notice.serial} notice={notice} />
      ))}
    </div>
  );
};

export const Arrivals = (): JSX.Element => {
  const { t, plural } = useWords();
  const { serial, count, first } = useSelect((state) => state.arrived);
  return (
    <div class="visually-hidden" aria-live="polite" role="log" key="arrivals">
      {serial > 0 && (
        <p key={serial}>{fill(plural(count, t.live.newReports), { first: first.slice(0, spokenLength) })}</p>
      )}
    </div>
  );
};
