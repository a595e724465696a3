/** The incidents of a situation report: category by category, the most severe first. Columns of responders where they are given. */
import type { VNode } from 'preact';
import type { SituationIncident } from '@atesto/contract';
import { Glyph } from './glyph.js';
import type { PartProps } from './numbers.js';
import type { SituationWords } from './situation-words.js';

function Row({
  incident,
  isInternal,
  words,
}: {
  incident: SituationIncident;
  isInternal: boolean;
  words: SituationWords;
}): VNode {
  const { t, map, number, time } = words;
  const { severity, status, place, reason, internal } = incident;
  return (
    <tr>
      <td class="count" data-label={t.number}>
        {incident.number}
      </td>
      <td class="nowrap">
        <Glyph severity={severity} isResolved={status === 'resolved'} /> {map.severities[severity]}
      </td>
      <th scope="row">
        <bdi>{incident.title}</bdi>
        {place === null ? null : (
          <small>
            <bdi>{place}</bdi>
          </small>
        )}
        {reason === null ? null : (
          <small>
            <bdi>{reason}</bdi>
          </small>
        )}
      </th>
      <td>{map.statuses[status]}</td>
      <td>{map.incident.confidence[incident.confidence]}</td>
      <td class="when" data-label={t.since}>
        {time(incident.openedAt)}
      </td>
      <td class="count" data-label={t.reports}>
        {number(incident.reports)}
      </td>
      {isInternal ? <td data-label={t.visibility}>{internal?.visibility === 'public' ? t.yes : t.no}</td> : null}
      {isInternal ? (
        <td data-label={t.assignee}>
          <bdi>{internal?.assignee ?? '–'}</bdi>
        </td>
      ) : null}
    </tr>
  );
}

function Head({ isInternal, words: { t } }: { isInternal: boolean; words: SituationWords }): VNode {
  const names = [t.number, t.severity, t.incident, t.status, t.sure, t.since, t.reports];
  const all = isInternal ? [...names, t.visibility, t.assignee] : names;
  return (
    <thead>
      <tr>
        {all.map((name) => (
          <th key={name} scope="col" class={name === t.number || name === t.reports ? 'count' : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function IncidentList({ state, words }: PartProps): VNode {
  const { t, number, category } = words;
  const { incidents, numbers, left } = state;
  const isInternal = incidents.some(({ internal }) => internal !== null);
  const known = numbers.byCategory.map(({ category: code }) => code);
  const codes = [...new Set([...known, ...incidents.map(({ category: code }) => code)])];
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">{t.incidents}</h2>
      <p class="meta">{incidents.length === 0 ? t.noIncidents : t.incidentsNote}</p>
      {incidents.length === 0 ? null : (
        <div class="wide" tabIndex={0} role="group" aria-labelledby="incidents">
          <table class={isInternal ? 'list internal' : 'list'}>
            <Head isInternal={isInternal} words={words} />
            {codes.map((code) => {
              const inside = incidents.filter((incident) => incident.category === code);
              return inside.length === 0 ? null : (
                <tbody key={code ?? ''}>
                  <tr class="group">
                    <th scope="rowgroup" colSpan={isInternal ? 9 : 7}>
                      <bdi>{category(code)}</bdi> <span class="how-many">{number(inside.length)}</span>
                    </th>
                  </tr>
                  {inside.map((incident) => (
                    <Row key={incident.id} incident={incident} isInternal={isInternal} words={words} />
                  ))}
                </tbody>
              );
            })}
          </table>
        </div>
      )}
      {left > 0 ? <p class="meta">{t.more(number(left))}</p> : null}
    </section>
  );
}
