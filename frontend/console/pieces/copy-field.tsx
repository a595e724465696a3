/** Something to be copied elsewhere: shown whole, selected at a touch, with a button where the browser lets us. */
import type { JSX } from 'preact';
import { canCopy } from './clipboard.js';
import { useConsole } from './console-context.js';
import { Field } from './field.js';

interface CopyFieldProps {
  label: string;
  hint?: string;
  text: string;
  rows?: number;
}

export const CopyField = ({ label, hint, text, rows }: CopyFieldProps): JSX.Element => {
  const { context, words } = useConsole();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    context.store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'copied' } });
  };
  const select = (event: { currentTarget: HTMLInputElement | HTMLTextAreaElement }): void =>
    event.currentTarget.select();
  return (
    <Field label={label} hint={hint}>
      {(wiring) => (
        <div class="copy-line">
          {rows === undefined ? (
            <input {...wiring} type="text" readOnly dir="ltr" value={text} onFocus={select} />
          ) : (
            <textarea {...wiring} readOnly dir="ltr" spellcheck={false} rows={rows} value={text} onFocus={select} />
          )}
          {canCopy() && (
            <button
              type="button"
              class="button"
              aria-label={`${words.t.common.copy}: ${label}`}
              onClick={() => void copy()}
            >
              {words.t.common.copy}
            </button>
          )}
        </div>
      )}
    </Field>
  );
};
