/** What was broadcast, newest first, with what became of it. */
import type { BroadcastView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';
import { ways } from './broadcast-draft.js';

const Deliveries = ({ deliveries }: Pick<BroadcastView, 'deliveries'>): JSX.Element => {
  const { t } = useWords();
  const words = t.broadcasts;
  const parts = ways.flatMap((way) => {
    const { sent, failed, waiting } = deliveries[way];
    if (sent + failed + waiting === 0) return [];
    const counts = [
      fill(words.sent, { count: sent }),
      ...(waiting > 0 ? [fill(words.waiting, { count: waiting })] : []),
      ...(failed > 0 ? [fill(words.failed, { count: failed })] : []),
    ];
    return [`${words.ways[way]}: ${counts.join(', ')}`];
  });
  return <p class="muted">{parts.length === 0 ? words.reachedNobody : parts.join(' · ')}</p>;
};

const Item = ({ broadcast }: { broadcast: BroadcastView }): JSX.Element => {
  const { t, format } = useWords();
  const { subject, text, severity, at, by, area, circle, deliveries } = broadcast;
  const isAll = area === null && circle === null;
  return (
    <li class="broadcast" data-severity={severity}>
      <h4 dir="auto">{subject}</h4>
      <p class="muted">
        {[format.date(at), by?.name, t.severity[severity], isAll ? t.broadcasts.areas.all : t.broadcasts.anArea]
          .filter((part) => part !== undefined)
          .join(' · ')}
      </p>
      <p class="broadcast-text" dir="auto">
        {text}
      </p>
      <Deliveries deliveries={deliveries} />
    </li>
  );
};

export const BroadcastList = ({ broadcasts }: { broadcasts: readonly BroadcastView[] }): JSX.Element => {
  const { t } = useWords();
  if (broadcasts.length === 0) return <p class="note">{t.broadcasts.none}</p>;
  return (
    <ul class="broadcast-list">
      {broadcasts.map((broadcast) => (
        <Item key={broadcast.id} broadcast={broadcast} />
      ))}
    </ul>
  );
};
