/** Where one is told beside the console: this browser, a phone confirmed by a code, a chat. */
import type { NoticePreferencesView, PutNoticePreferences } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { here } from '../actions/context.js';
import { useConsole } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';
import { canPush, thisBrowser, turnOnPush } from './browser-push.js';

interface PlacesPartProps {
  view: NoticePreferencesView;
  draft: PutNoticePreferences;
  faultAt: (pointer: string) => string | null | undefined;
  onChange: (draft: PutNoticePreferences) => void;
  onView: (view: NoticePreferencesView) => void;
}

const Phone = ({ view, onView }: Pick<PlacesPartProps, 'view' | 'onView'>): JSX.Element => {
  const { words } = useConsole();
  const { t } = words;
  const change = useChange();
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const { phone } = view;
  if (phone !== null) {
    return (
      <div class="form">
        <p>{fill(phone.confirmed ? t.notices.phoneIs : t.notices.phoneWaits, { ends: phone.ends })}</p>
        {!phone.confirmed && (
          <Field label={t.notices.code} fault={change.problem?.at('/code')}>
            {(wiring) => (
              <input
                {...wiring}
                class="short"
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={6}
                value={code}
                onInput={(event) => setCode(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        <div class="button-line">
          {!phone.confirmed && (
            <button
              type="button"
              class="button"
              disabled={change.busy || code.length !== 6}
              onClick={() => void change.run(async (api) => onView(await api.confirmNoticePhone(code)))}
            >
              {t.notices.confirm}
            </button>
          )}
          <button
            type="button"
            class="button"
            disabled={change.busy}
            onClick={() =>
              void change.run(async (api) => {
                await api.removeNoticePhone();
                onView(await api.noticePreferences());
              })
            }
          >
            {t.common.remove}
          </button>
        </div>
      </div>
    );
  }
  return (
    <>
      <Field label={t.notices.phone} hint={t.notices.phoneHint} fault={change.problem?.at('/number')}>
        {(wiring) => (
          <input {...wiring} type="tel" value={number} onInput={(event) => setNumber(event.currentTarget.value)} />
        )}
      </Field>
      <ProblemNote problem={change.problem} />
      <div class="button-line">
        <button
          type="button"
          class="button"
          disabled={change.busy || number.length < 4}
          onClick={() => void change.run(async (api) => onView(await api.addNoticePhone(number)))}
        >
          {t.notices.sendCode}
        </button>
      </div>
    </>
  );
};

const Browser = ({ view, onView }: Pick<PlacesPartProps, 'view' | 'onView'>): JSX.Element => {
  const { context, actions, words } = useConsole();
  const { t } = words;
  const change = useChange();
  const [refused, setRefused] = useState(false);
  const [isTold, setTold] = useState(false);
  useEffect(() => void thisBrowser.subscription().then((found) => setTold(found !== null)), [view.devices]);
  const turnOn = async (): Promise<void> => {
    const isOn = await turnOnPush(here(context), words.language).catch(() => false);
    setRefused(!isOn);
    if (isOn) onView(await here(context).noticePreferences());
  };
  const turnOff = (): Promise<boolean> =>
    change.run(async (api) => {
      await actions.session.leaveBrowser();
      onView(await api.noticePreferences());
    });
  return (
    <>
      <p>{fill(t.notices.devices, { count: view.devices })}</p>
      {canPush() && (
        <div class="button-line">
          <button type="button" class="button" onClick={() => void turnOn()}>
            {t.notices.turnOn}
          </button>
          {isTold && view.devices > 0 && (
            <button type="button" class="button" disabled={change.busy} onClick={() => void turnOff()}>
              {t.notices.turnOff}
            </button>
          )}
        </div>
      )}
      <ProblemNote problem={change.problem} />
      {refused && (
        <p class="hint" role="status">
          {t.notices.refused}
        </p>
      )}
    </>
  );
};

export const PlacesPart = (props: PlacesPartProps): JSX.Element | null => {
  const { words } = useConsole();
  const { t } = words;
  const { view, draft, faultAt, onChange } = props;
  if (view.open.length === 0) return null;
  return (
    <section class="form">
      <h3>{t.notices.places}</h3>
      {view.open.includes('email') && <p class="hint">{fill(t.notices.emailIs, { email: view.email })}</p>}
      <Browser {...props} />
      {view.open.includes('sms') && <Phone {...props} />}
      <Field label={t.notices.chat} hint={t.notices.chatHint} fault={faultAt('/chatUrl')}>
        {(wiring) => (
          <input
            {...wiring}
            type="url"
            placeholder={
              view.chatHost === null || draft.chatUrl === null
                ? 'https://'
                : fill(t.notices.chatKept, { host: view.chatHost })
            }
            value={draft.chatUrl ?? ''}
            onInput={(event) => onChange({ ...draft, chatUrl: event.currentTarget.value })}
          />
        )}
      </Field>
      {view.chatHost !== null && draft.chatUrl !== null && (
        <div class="button-line">
          <button type="button" class="button" onClick={() => onChange({ ...draft, chatUrl: null })}>
            {t.notices.chatRemove}
          </button>
        </div>
      )}
    </section>
  );
};
