/** Sign in: a plain form that password managers understand. */
import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { problemWords } from '../pieces/problem-words.js';
import { LookFields } from '../room/top-bar.js';
import type { Texts } from '../texts/texts.js';

const faultWords = (problem: Problem, t: Texts): string =>
  problem.status === 401 || problem.status === 422 ? t.signIn.wrong : problemWords(problem, t);

export const SignInScreen = (): JSX.Element => {
  const { t } = useWords();
  const actions = useActions();
  const form = useRef<HTMLFormElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const busy = useSelect((state) => state.busy === 'sign-in');
  const expired = useSelect((state) => state.session.expired);

  const submit = async (): Promise<void> => {
    // Read from the form itself: a password manager may fill it without any event.
    const data = new FormData(form.current ?? undefined);
    const [email, password] = [data.get('email'), data.get('password')];
    if (typeof email !== 'string' || typeof password !== 'string' || !email.trim() || !password) {
      setFault(t.signIn.missing);
      return;
    }
    const problem = await actions.session.signIn(email.trim(), password);
    if (problem === null) return;
    setFault(faultWords(problem, t));
    form.current?.querySelector<HTMLInputElement>('[name=password]')?.select();
  };

  return (
    <main class="door">
      <form
        ref={form}
        class="card form"
        noValidate
        method="post"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <p class="door-brand">{t.top.product}</p>
        <h1>{t.signIn.title}</h1>
        <p class="muted">{expired ? t.signIn.expired : t.signIn.lead}</p>
        <Field label={t.signIn.email}>
          {(wiring) => (
            <input {...wiring} type="email" name="email" autoComplete="username" autoCapitalize="none" autoFocus />
          )}
        </Field>
        <Field label={t.signIn.password}>
          {(wiring) => (
            <input
              {...wiring}
              {...({ type: shown ? 'text' : 'password' } as object)}
              name="password"
              autoComplete="current-password"
              autoCapitalize="none"
            />
          )}
        </Field>
        <label class="check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.currentTarget.checked)} />
          {t.signIn.show}
        </label>
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" class="button primary big" disabled={busy}>
          {busy ? t.signIn.submitting : t.signIn.submit}
        </button>
        <div class="door-look">
          <LookFields />
        </div>
      </form>
    </main>
  );
};
