/** Changing one's own password. */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { attempt } from '../actions/context.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { problemWords } from '../pieces/problem-words.js';
import type { Texts } from '../texts/texts.js';

const shortest = 12;

interface Faults {
  current?: string;
  next?: string;
  again?: string;
}

const faultsOf = (next: string, again: string, t: Texts): Faults => ({
  ...(next.length < shortest && { next: t.settings.password.short }),
  ...(next !== again && { again: t.settings.password.differ }),
});

export const PasswordSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const email = useSelect((state) => state.session.view?.user.email ?? '');
  const busy = useSelect((state) => state.busy !== null);
  const [faults, setFaults] = useState<Faults>({});
  const [done, setDone] = useState(false);

  const submit = async (form: HTMLFormElement): Promise<void> => {
    const value = (name: string): string => (form.elements.namedItem(name) as HTMLInputElement).value;
    const found = faultsOf(value('next'), value('again'), t);
    setFaults(found);
    setDone(false);
    if (Object.keys(found).length > 0) return;
    let wrong = false;
    const problem = await attempt(context, 'password', async () => {
      try {
        await context.api.changePassword({ current: value('current'), next: value('next') });
      } catch (error) {
        // 401 here is about the password typed, not about the session.
        wrong = error instanceof Error && 'status' in error && [401, 403, 409, 422].includes(Number(error.status));
        if (!wrong) throw error;
      }
    });
    if (wrong) setFaults({ current: t.settings.password.wrong });
    else if (problem !== null) setFaults({ next: problemWords(problem, t) });
    else {
      setDone(true);
      form.reset();
    }
  };

  const field = (name: keyof Faults, label: string, autoComplete: string, hint?: string): JSX.Element => (
    <Field label={label} hint={hint} fault={faults[name]}>
      {(wiring) => <input {...wiring} type="password" name={name} autoComplete={autoComplete} />}
    </Field>
  );
  return (
    <form
      class="form narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      {field('current', t.settings.password.current, 'current-password')}
      {field('next', t.settings.password.next, 'new-password', t.settings.password.hint)}
      {field('again', t.settings.password.again, 'new-password')}
      {done && (
        <p class="note note-good" role="status">
          {t.settings.password.done}
        </p>
      )}
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={busy}>
          {t.settings.password.submit}
        </button>
      </div>
    </form>
  );
};
