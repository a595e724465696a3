/** The numbers of a situation report: at a glance, in tables, and over time. */
import type { VNode } from 'preact';
import type { Confidence, IncidentStatus, SituationState, SituationTimes } from '@atesto/contract';
import { Glyph } from './glyph.js';
import { severitiesDown } from './severities-down.js';
import { lengthOf, type SituationWords } from './situation-words.js';

export interface PartProps {
  state: SituationState;
  words: SituationWords;
}

const statuses: readonly IncidentStatus[] = ['open', 'responding', 'resolved'];
const sureness: readonly Confidence[] = ['confirmed', 'likely', 'unconfirmed'];

export function Figures({ state: { numbers }, words: { t, number } }: PartProps): VNode {
  const figures: [number, string][] = [
    [numbers.byStatus.open + numbers.byStatus.responding, t.unresolved],
    [numbers.bySeverity.critical, t.critical],
    [numbers.opened, t.opened],
    [numbers.resolved, t.resolved],
    ...(numbers.received === undefined ? [] : [[numbers.received, t.received] as [number, string]]),
  ];
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" class="away">
        {t.figures}
      </h2>
      <dl class="figures">
        {figures.map(([count, words]) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Pairs({ caption, rows, none }: { caption: string; rows: [string, string][]; none: string }): VNode {
  return (
    <table class="pairs">
      <caption>{caption}</caption>
      <tbody>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={2}>{none}</td>
          </tr>
        ) : (
          rows.map(([words, count]) => (
            <tr key={words}>
              <th scope="row">{words}</th>
              <td class="count">{count}</td>
            </tr>
          ))
        )}
      </tbody>
    </table>
  );
}

function CategoryTable({ state: { numbers }, words }: PartProps): VNode {
  const { t, map, number, category } = words;
  const shown = (count: number): string => (count === 0 ? '–' : number(count));
  const rows = numbers.byCategory.map(({ category: code, bySeverity }) => ({ name: category(code), bySeverity }));
  const total = severitiesDown.reduce((sum, severity) => sum + numbers.bySeverity[severity], 0);
  return (
    <table class="grid">
      <caption>{t.byCategory}</caption>
      <thead>
        <tr>
          <th scope="col">{t.category}</th>
          {severitiesDown.map((severity) => (
            <th key={severity} scope="col" class="count">
              <Glyph severity={severity} /> {map.severities[severity]}
            </th>
          ))}
          <th scope="col" class="count">
            {t.total}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, bySeverity }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            {severitiesDown.map((severity) => (
              <td key={severity} class="count" data-label={map.severities[severity]}>
                {shown(bySeverity[severity])}
              </td>
            ))}
            <td class="count" data-label={t.total}>
              <strong>{number(severitiesDown.reduce((sum, severity) => sum + bySeverity[severity], 0))}</strong>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          {severitiesDown.map((severity) => (
            <td key={severity} class="count" data-label={map.severities[severity]}>
              {number(numbers.bySeverity[severity])}
            </td>
          ))}
          <td class="count" data-label={t.total}>
            {number(total)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

const [barsWide, barsHigh] = [340, 64];
/** Room for the number at the top. */
const [barsLeft, barsTop] = [24, 8];

function Bars({
  counts,
  name,
  kind,
  words,
}: {
  counts: number[];
  name: string;
  kind: string;
  words: SituationWords;
}): VNode {
  const { t, number } = words;
  const most = Math.max(0, ...counts);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const step = barsWide / counts.length;
  const width = Math.max(1, step * 0.78);
  const heightOf = (count: number): number => (most === 0 ? 0 : (count / most) * barsHigh);
  const bars = counts.map((count, at) => {
    const [x, y] = [at * step + (step - width) / 2, barsHigh - heightOf(count)];
    return count === 0 ? '' : `M${x.toFixed(1)} ${barsHigh}V${y.toFixed(1)}h${width.toFixed(1)}V${barsHigh}Z`;
  });
  return (
    <figure class="bars">
      <figcaption>
        {name} <strong>{number(total)}</strong>
      </figcaption>
      <svg
        viewBox={`0 0 ${barsWide + 28} ${barsHigh + 10}`}
        role="img"
        direction="ltr"
        aria-label={t.timesLabel(name, number(most), number(total))}
      >
        <g transform={`translate(${barsLeft} ${barsTop})`}>
          <path class={`column ${kind}`} d={bars.join('')} />
          <path class="base" d={`M0 ${barsHigh}H${barsWide}`} />
          {most === 0 ? null : <path class="most" d={`M0 0H${barsWide}`} />}
        </g>
        {most === 0 ? null : (
          <text class="note" x={barsLeft - 4} y={barsTop + 4} text-anchor="end">
            {number(most)}
          </text>
        )}
      </svg>
    </figure>
  );
}

function Times({ times, to, words }: { times: SituationTimes; to: string; words: SituationWords }): VNode {
  const { t, time } = words;
  return (
    <section class="times" aria-labelledby="times">
      <h3 id="times">{t.times}</h3>
      <div class="columns">
        {times.received === undefined ? null : (
          <Bars counts={times.received} name={t.timesReceived} kind="came" words={words} />
        )}
        <Bars counts={times.opened} name={t.timesOpened} kind="began" words={words} />
      </div>
      <p class="meta">
        {t.span(time(times.from), time(to))}. {t.bars(lengthOf(times.minutes, words))}
      </p>
    </section>
  );
}

export function Numbers({ state, words }: PartProps): VNode {
  const { t, map, number } = words;
  const { numbers, times, to } = state;
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{t.numbers}</h2>
      <div class={numbers.byChannel === undefined ? 'columns' : 'columns three'}>
        <Pairs
          caption={t.byStatus}
          rows={statuses.map((status) => [map.statuses[status], number(numbers.byStatus[status])])}
          none={t.none}
        />
        <Pairs
          caption={t.byConfidence}
          rows={sureness.map((sure) => [map.incident.confidence[sure], number(numbers.byConfidence[sure])])}
          none={t.none}
        />
        {numbers.byChannel === undefined ? null : (
          <Pairs
            caption={t.byChannel}
            rows={numbers.byChannel.map(({ channel, count }) => [t.channel[channel], number(count)])}
            none={t.none}
          />
        )}
      </div>
      {numbers.byCategory.length === 0 ? null : <CategoryTable state={state} words={words} />}
      <Times times={times} to={to} words={words} />
    </section>
  );
}
