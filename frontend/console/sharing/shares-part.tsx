/** With whom an incident is shared, what they answered, and the button that shares it. For coordinators. */
import type { IncidentDetail, ShareView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { attempt, here } from '../actions/context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Moment } from '../pieces/marks.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { ShareDialog } from './share-dialog.js';

const Share = ({ share, onStop }: { share: ShareView; onStop: () => void }): JSX.Element => {
  const { t } = useWords();
  const { partner, state, theirNumber, reason, at } = share;
  return (
    <li class="webhook-delivery">
      <div>
        <p>
          <strong dir="auto">{partner.name}</strong> · {t.sharing.shareStates[state]}
          {theirNumber !== null && <> · {fill(t.sharing.theirNumber, { number: theirNumber })}</>}
        </p>
        {reason !== null && <p dir="auto">{reason}</p>}
        <p class="muted">
          <Moment at={at} />
        </p>
      </div>
      {(state === 'sent' || state === 'accepted') && (
        <button type="button" class="button small" onClick={onStop}>
          {t.sharing.stop}
        </button>
      )}
    </li>
  );
};

const Shares = ({ incident }: { incident: IncidentDetail }): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const [shares, setShares] = useState<readonly ShareView[]>([]);
  const [sharing, setSharing] = useState(false);
  const [stopping, setStopping] = useState<ShareView | null>(null);
  useEffect(() => {
    here(context)
      .shares(incident.id)
      .then(setShares, () => setShares([]));
  }, [incident.id, incident.version]);
  return (
    <section class="detail-part" aria-label={t.sharing.shared}>
      <h3>{t.sharing.shared}</h3>
      {shares.length > 0 && (
        <ul class="plain-list">
          {shares.map((share) => (
            <Share key={share.id} share={share} onStop={() => setStopping(share)} />
          ))}
        </ul>
      )}
      <p class="button-line">
        <button type="button" class="button small" onClick={() => setSharing(true)}>
          {t.sharing.share}
        </button>
      </p>
      {sharing && <ShareDialog incident={incident} onClose={() => setSharing(false)} onShared={setShares} />}
      {stopping !== null && (
        <ConfirmDialog
          question={fill(t.sharing.stopAsk, { name: stopping.partner.name })}
          submit={t.sharing.stop}
          onClose={() => setStopping(null)}
          onConfirm={() =>
            attempt(context, 'incident', async () =>
              setShares(await here(context).stopSharing(incident.id, stopping.id)),
            )
          }
        />
      )}
    </section>
  );
};

export const SharesPart = ({ incident }: { incident: IncidentDetail }): JSX.Element | null => {
  const allowed = useSelect(mayHere('exports.read'));
  const isExercise = useSelect((state) => state.deployment.view?.exercise === true);
  return allowed && !isExercise && incident.mergedInto === null ? <Shares incident={incident} /> : null;
};
