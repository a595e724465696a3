/** Something that is shown only once: large, selectable, with a button that copies it. It comes into sight by itself. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { canCopy } from './clipboard.js';
import { useConsole } from './console-context.js';

export const SecretNote = ({ title, hint, secret }: { title: string; hint: string; secret: string }): JSX.Element => {
  const { context, words } = useConsole();
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.scrollIntoView({ block: 'center' }), [secret]);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(secret);
    context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'copied' } });
  };
  return (
    <div class="note note-warn secret" role="alert" ref={note}>
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
