/** One channel that is set up: whether it is well, what to enter at the provider, and what can be done about it. */
import type { GatewayKindView, GatewayView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameIn } from '../../../shared/i18n.js';
import { ConfirmDialog } from '../../pieces/confirm-dialog.js';
import { useConsole, useWords } from '../../pieces/console-context.js';
import { CopyField } from '../../pieces/copy-field.js';
import { isOnlyHere } from '../is-only-here.js';
import { Fact, Facts } from '../../pieces/facts.js';
import { Moment } from '../../pieces/marks.js';
import { ProblemNote } from '../../pieces/problem-note.js';
import { attempt, here } from '../../actions/context.js';
import { fill } from '../../texts/forms.js';
import { useChange } from '../use-remote.js';
import { GatewayForm } from './gateway-form.js';
import { GatewayLog } from './gateway-log.js';
import { HealthMark } from './health-mark.js';

interface CardProps {
  gateway: GatewayView;
  kind: GatewayKindView;
  isOpen: boolean;
  onToggle: () => void;
  onChanged: () => Promise<void>;
}

const Times = ({ gateway }: { gateway: GatewayView }): JSX.Element => {
  const { t } = useWords();
  const words = t.settings.channels;
  const time = (at: string | null): JSX.Element | string => (at === null ? t.settings.keys.never : <Moment at={at} />);
  return (
    <Facts>
      <Fact label={words.lastIn}>{time(gateway.lastInAt)}</Fact>
      <Fact label={words.lastOut}>{time(gateway.lastOutAt)}</Fact>
      {gateway.lastPollAt !== null && <Fact label={words.lastPoll}>{time(gateway.lastPollAt)}</Fact>}
      {gateway.lastErrorAt !== null && (
        <Fact label={words.lastError}>
          <span>
            <bdi>{gateway.lastError}</bdi> · {time(gateway.lastErrorAt)}
          </span>
        </Fact>
      )}
    </Facts>
  );
};

const Addresses = ({ gateway }: { gateway: GatewayView }): JSX.Element => {
  const { t, language } = useWords();
  return (
    <>
      {gateway.addresses.map(({ label, url, code }) => (
        <div key={url}>
          <CopyField label={nameIn(label, language)} text={url} />
          {code !== undefined && (
            <svg
              class="handout-code"
              role="img"
              aria-label={fill(t.settings.channels.code, { name: nameIn(label, language) })}
              viewBox={`0 0 ${code.size} ${code.size}`}
              shape-rendering="crispEdges"
            >
              <path fill="#fff" d={`M0 0h${code.size}v${code.size}H0z`} />
              <path fill="#000" d={code.path} />
            </svg>
          )}
        </div>
      ))}
      {gateway.addresses.some(({ url }) => isOnlyHere(url)) && (
        <p class="note note-warn">{t.settings.handout.onlyHere}</p>
      )}
      {gateway.addresses.length > 0 && <p class="hint">{t.settings.channels.addressHint}</p>}
    </>
  );
};

const Opened = ({ gateway, kind, onChanged }: Omit<CardProps, 'isOpen' | 'onToggle'>): JSX.Element => {
  const { context, words } = useConsole();
  const t = words.t.settings.channels;
  const change = useChange();
  const [asking, setAsking] = useState<'edit' | 'renew' | 'remove' | null>(null);
  const patch = (body: { enabled?: boolean; renewAddress?: boolean }): ReturnType<typeof attempt> =>
    attempt(context, 'settings', async () => {
      await here(context).patchGateway(gateway.id, gateway.version, body);
      await onChanged();
    });
  const done = (saved: GatewayView | null): void => {
    setAsking(null);
    if (saved !== null) void onChanged();
  };
  if (asking === 'edit') return <GatewayForm kind={kind} gateway={gateway} onDone={done} />;
  return (
    <div class="gateway-open">
      <p class="hint about">{nameIn(kind.about, words.language)}</p>
      <Times gateway={gateway} />
      <Addresses gateway={gateway} />
      <ProblemNote problem={change.problem} />
      <p class="button-line">
        <button type="button" class="button small" onClick={() => setAsking('edit')}>
          {t.change}
        </button>
        <button
          type="button"
          class="button small"
          disabled={change.busy}
          onClick={() => void patch({ enabled: !gateway.enabled })}
        >
          {gateway.enabled ? t.switchOff : t.switchOn}
        </button>
        {gateway.addresses.length > 0 && (
          <button type="button" class="button small" onClick={() => setAsking('renew')}>
            {t.renew}
          </button>
        )}
        <button type="button" class="button small" onClick={() => setAsking('remove')}>
          {t.remove}
        </button>
      </p>
      <GatewayLog id={gateway.id} />
      {asking === 'renew' && (
        <ConfirmDialog
          question={t.renewConfirm}
          submit={t.renew}
          onClose={() => setAsking(null)}
          onConfirm={() => patch({ renewAddress: true })}
        />
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          question={fill(t.removeConfirm, { name: gateway.name })}
          submit={t.remove}
          onClose={() => setAsking(null)}
          onConfirm={() =>
            attempt(context, 'settings', async () => {
              await here(context).removeGateway(gateway.id);
              await onChanged();
            })
          }
        />
      )}
    </div>
  );
};

export const GatewayCard = ({ gateway, kind, isOpen, onToggle, onChanged }: CardProps): JSX.Element => {
  const { t, language } = useWords();
  return (
    <li>
      <button type="button" class="gateway-line" aria-expanded={isOpen} onClick={onToggle}>
        <span>
          <strong dir="auto">{gateway.name}</strong>
          <span class="muted block">
            {gateway.name === nameIn(kind.name, language) ? t.channel[gateway.channel] : nameIn(kind.name, language)}
          </span>
        </span>
        <HealthMark health={gateway.health} />
      </button>
      {isOpen && <Opened gateway={gateway} kind={kind} onChanged={onChanged} />}
    </li>
  );
};
