/** Shows what is older in a list that comes in pages; nothing once all of it is there. */
import type { JSX } from 'preact';
import { useWords } from './console-context.js';
import type { Pages } from './use-pages.js';

export const OlderButton = ({ next, load }: Pick<Pages<unknown>, 'next' | 'load'>): JSX.Element | null => {
  const { t } = useWords();
  if (next === null) return null;
  return (
    <button type="button" class="button small" onClick={() => void load(next)}>
      {t.common.older}
    </button>
  );
};
