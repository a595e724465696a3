/** Something that is shown only once: large, selectable, with a button that copies it. */
import type { JSX } from 'preact';
import { canCopy } from './clipboard.js';
import { useConsole } from './console-context.js';

export const SecretNote = ({ title, hint, secret }: { title: string; hint: string; secret: string }): JSX.Element => {
  const { context, words } = useConsole();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'copied' } });
  };
  return (
    <div class="note note-warn secret" role="alert">
      <p>
        <strong>{title}</strong>
      </p>
      <p class="secret-line">
        <code>{secret}</code>
        {canCopy() && (
          <button type="button" class="button small" onClick={() => void copy()}>
            {words.t.common.copy}
          </button>
        )}
      </p>
      <p>{hint}</p>
    </div>
  );
};
