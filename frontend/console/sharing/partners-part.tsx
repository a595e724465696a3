/** With whom incidents can be shared: invitations are made and entered here, and partnerships ended. */
import type { PartnerView, SharingInvitation } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { attempt, here } from '../actions/context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { SecretNote } from '../pieces/secret-note.js';
import { useChange, useRemote } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';

const Partner = ({ partner, onEnd }: { partner: PartnerView; onEnd: () => void }): JSX.Element => {
  const { t } = useWords();
  const { state, name, installation, endedBy, expiresAt } = partner;
  return (
    <li class="key-line">
      <div>
        <strong dir="auto">{name}</strong>
        <p class="muted">
          {t.sharing.partnerStates[state]}
          {endedBy !== null && <> · {t.sharing.endedBy[endedBy]}</>}
          {installation !== null && (
            <>
              {' '}
              · <bdi class="webhook-url">{installation}</bdi>
            </>
          )}
          {expiresAt !== null && (
            <>
              {' '}
              · {t.sharing.invitedUntil} <Moment at={expiresAt} />
            </>
          )}
        </p>
      </div>
      {state !== 'ended' && (
        <button type="button" class="button small" onClick={onEnd}>
          {t.sharing.end}
        </button>
      )}
    </li>
  );
};

interface OneFieldProps {
  title: string;
  lead: string;
  label: string;
  submit: string;
  longest: number;
  onSubmit: (text: string) => Promise<boolean>;
  busy: boolean;
}

const OneField = ({ title, lead, label, submit, longest, onSubmit, busy }: OneFieldProps): JSX.Element => {
  const [text, setText] = useState('');
  return (
    <form
      class="form boxed"
      onSubmit={(event) => {
        event.preventDefault();
        void onSubmit(text.trim()).then((isDone) => isDone && setText(''));
      }}
    >
      <h3>{title}</h3>
      <p class="hint">{lead}</p>
      <Field label={label}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            required
            maxLength={longest}
            autoComplete="off"
            dir="auto"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="form-actions start">
        <button type="submit" class="button" disabled={busy}>
          {submit}
        </button>
      </div>
    </form>
  );
};

export const PartnersPart = (): JSX.Element => {
  const { context, words } = useConsole();
  const t = words.t.sharing;
  const { items, problem, load } = useRemote((api) => api.partners());
  const change = useChange();
  const [made, setMade] = useState<SharingInvitation | null>(null);
  const [ending, setEnding] = useState<PartnerView | null>(null);
  return (
    <section class="sharing-part" aria-label={t.partners}>
      <h3>{t.partners}</h3>
      <ProblemNote problem={problem ?? change.problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{words.t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.partnersEmpty}</p>}
      <ul class="plain-list">
        {items?.map((partner) => (
          <Partner key={partner.id} partner={partner} onEnd={() => setEnding(partner)} />
        ))}
      </ul>
      {made !== null && (
        <SecretNote title={fill(t.code, { name: made.partner.name })} hint={t.codeHint} secret={made.code} />
      )}
      <OneField
        title={t.invite}
        lead={t.inviteLead}
        label={t.inviteName}
        submit={t.invite}
        longest={120}
        busy={change.busy}
        onSubmit={(name) =>
          change.run(async (api) => {
            setMade(await api.invitePartner(name));
            await load();
          })
        }
      />
      <OneField
        title={t.enter}
        lead={t.enterLead}
        label={t.enterCode}
        submit={t.enter}
        longest={2000}
        busy={change.busy}
        onSubmit={(code) =>
          change.run(async (api) => {
            await api.enterInvitation(code);
            await load();
          })
        }
      />
      {ending !== null && (
        <ConfirmDialog
          question={fill(t.endAsk, { name: ending.name })}
          submit={t.end}
          onClose={() => setEnding(null)}
          onConfirm={() =>
            attempt(context, 'settings', async () => {
              await here(context).endPartnership(ending.id);
              await load();
            })
          }
        />
      )}
    </section>
  );
};
