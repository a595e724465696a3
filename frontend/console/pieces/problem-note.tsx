/** A problem on the page, with the fields it names and a way to try again. */
import type { JSX } from 'preact';
import type { Problem } from '../../shared/problem.js';
import { useWords } from './console-context.js';
import { problemWords } from './problem-words.js';

export const ProblemNote = ({
  problem,
  retry,
}: {
  problem: Problem | null;
  retry?: () => void;
}): JSX.Element | null => {
  const { t } = useWords();
  if (problem === null) return null;
  return (
    <div class="note note-bad" role="alert">
      <p>{problemWords(problem, t)}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.pointer}>
              <code>{error.pointer}</code> {error.detail}
            </li>
          ))}
        </ul>
      )}
      {retry && (
        <button type="button" class="button small" onClick={retry}>
          {t.common.retry}
        </button>
      )}
    </div>
  );
};
