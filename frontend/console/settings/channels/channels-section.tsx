/** The channels of the deployment: those that are set up, each with its light, and those that can be. */
import type { GatewayKindView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { nameIn } from '../../../shared/i18n.js';
import { useSelect, useWords } from '../../pieces/console-context.js';
import { ProblemNote } from '../../pieces/problem-note.js';
import { useRemote } from '../use-remote.js';
import { GatewayCard } from './gateway-card.js';
import { GatewayForm } from './gateway-form.js';

/** The lights are looked at while the page is open. */
const refreshMs = 15_000;

const Kinds = ({
  kinds,
  onChoose,
}: {
  kinds: readonly GatewayKindView[];
  onChoose: (kind: GatewayKindView) => void;
}): JSX.Element => {
  const { t, language } = useWords();
  return (
    <section>
      <h3>{t.settings.channels.add}</h3>
      <p class="button-line">
        {kinds.map((kind) => (
          <button key={kind.kind} type="button" class="button" onClick={() => onChoose(kind)}>
            {nameIn(kind.name, language)}
          </button>
        ))}
      </p>
    </section>
  );
};

const Channels = (): JSX.Element => {
  const { t } = useWords();
  const kinds = useRemote((api) => api.gatewayKinds());
  const gateways = useRemote((api) => api.gateways());
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState<GatewayKindView | null>(null);
  useEffect(() => {
    const timer = setInterval(() => void gateways.load(), refreshMs);
    return () => clearInterval(timer);
  }, []);
  const kindOf = (name: string): GatewayKindView | undefined => kinds.items?.find(({ kind }) => kind === name);
  return (
    <>
      <p class="muted">{t.settings.channels.lead}</p>
      <ProblemNote
        problem={gateways.problem ?? kinds.problem}
        retry={() => void Promise.all([gateways.load(), kinds.load()])}
      />
      {gateways.items === null && gateways.problem === null && <p role="status">{t.common.loading}</p>}
      {gateways.items?.length === 0 && <p class="muted">{t.settings.channels.empty}</p>}
      <ul class="plain-list gateways">
        {gateways.items?.map((gateway) => {
          const kind = kindOf(gateway.kind);
          return kind === undefined ? null : (
            <GatewayCard
              key={gateway.id}
              gateway={gateway}
              kind={kind}
              isOpen={open === gateway.id}
              onToggle={() => setOpen(open === gateway.id ? null : gateway.id)}
              onChanged={gateways.load}
            />
          );
        })}
      </ul>
      {adding !== null ? (
        <GatewayForm
          key={adding.kind}
          kind={adding}
          gateway={null}
          onDone={(made) => {
            setAdding(null);
            if (made === null) return;
            setOpen(made.id);
            void gateways.load();
          }}
        />
      ) : (
        kinds.items !== null && <Kinds kinds={kinds.items} onChoose={setAdding} />
      )}
    </>
  );
};

export const ChannelsSection = (): JSX.Element => {
  const { t } = useWords();
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  return isExercise ? <p class="note">{t.training.noChannels}</p> : <Channels />;
};
