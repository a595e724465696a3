/** What changed since the last situation report. */
import type { VNode } from 'preact';
import type { ChangedIncident, SituationChange, SituationChanges } from '@atesto/contract';
import { Glyph } from './glyph.js';
import type { PartProps } from './numbers.js';
import type { SituationWords } from './situation-words.js';

const order: readonly SituationChange[] = [
  'new',
  'escalated',
  'deescalated',
  'responding',
  'resolved',
  'reopened',
  'moved',
  'withdrawn',
];

/** What it was and is, of that which changed. */
function stepOf(kind: SituationChange, { before, severity, status }: ChangedIncident, words: SituationWords): string {
  const { t, map } = words;
  if (before === null) return map.severities[severity];
  if (kind === 'escalated' || kind === 'deescalated') {
    return t.before(map.severities[before.severity], map.severities[severity]);
  }
  if (kind === 'moved' || kind === 'withdrawn') return map.severities[severity];
  return t.before(map.statuses[before.status], map.statuses[status]);
}

function ChangedList({
  kind,
  changes,
  words,
}: {
  kind: SituationChange;
  changes: SituationChanges;
  words: SituationWords;
}): VNode {
  const { t, number } = words;
  const { [kind]: items = [] } = changes.items;
  const { [kind]: count = 0 } = changes.counts;
  const left = count - items.length;
  return (
    <div class="change">
      <h3>
        {t.change[kind]} <span class="how-many">{number(count)}</span>
      </h3>
      <ul>
        {items.map((item) => (
          <li key={item.number}>
            <Glyph severity={item.severity} isResolved={item.status === 'resolved'} /> <b>{item.number}</b>{' '}
            <bdi>{item.title}</bdi> <span class="step">{stepOf(kind, item, words)}</span>
          </li>
        ))}
        {left > 0 ? <li class="meta">{t.more(number(left))}</li> : null}
      </ul>
    </div>
  );
}

export function Changes({ state: { changes }, words }: PartProps): VNode {
  const { t, number, time } = words;
  const kinds = changes === null ? [] : order.filter((kind) => (changes.counts[kind] ?? 0) > 0);
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">{changes === null ? t.bar.last : t.changes(number(changes.since.number))}</h2>
      {changes === null ? (
        <p class="meta">{t.noFormer}</p>
      ) : (
        <>
          <p class="meta">
            {t.changesSince(time(changes.since.takenAt))} {kinds.length === 0 ? t.noChanges : null}
          </p>
          <div class="changes">
            {kinds.map((kind) => (
              <ChangedList key={kind} kind={kind} changes={changes} words={words} />
            ))}
          </div>
        </>
      )}
    </section>
  );
}
