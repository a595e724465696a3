/** The parts of the board, each a tile with its numbers, and the views of the queue behind them. */
import type { JSX } from 'preact';
import type { Overview } from '@atesto/contract';
import { categoryOf } from '../queue/category-tree.js';
import { incidentStatuses, severities } from '../address/words.js';
import { useCategories, useWords } from '../pieces/console-context.js';
import { incidentsLink, openLink, receivedLink, statusLink } from './board-links.js';
import { largest } from './largest.js';
import { To } from '../pieces/to.js';
import { BarTable, SpreadLine, Tile } from './pieces.js';

export interface PartProps {
  slug: string;
  overview: Overview;
}

const urgent = [...severities].reverse();
const ages = ['hour', 'four_hours', 'day', 'three_days', 'older'] as const;

export const OpenPart = ({ slug, overview }: PartProps): JSX.Element => {
  const { t, format } = useWords();
  const { open, countedAt } = overview;
  const now = Date.parse(countedAt);
  return (
    <Tile title={t.board.open} counted={t.board.openCounted} wide>
      <p class="tile-number">
        <To to={openLink(slug, now, null, null)}>{format.number(open.total)}</To>
        {open.oldest !== null && (
          <span class="muted"> {t.board.oldest.replace('{ago}', format.ago(open.oldest, now))}</span>
        )}
      </p>
      <div class="table-scroll">
        <table class="grid-table">
          <caption class="visually-hidden">{t.board.open}</caption>
          <thead>
            <tr>
              <th scope="col">{t.board.age}</th>
              {urgent.map((one) => (
                <th key={one} scope="col" class={`number severity-${one}`}>
                  {t.severity[one]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ages.map((age) => (
              <tr key={age}>
                <th scope="row">{t.board.ages[age]}</th>
                {urgent.map((one) => {
                  const count = open.byAge[age][one];
                  return (
                    <td key={one} class={count === 0 ? 'number zero' : 'number'}>
                      {count === 0 ? '0' : <To to={openLink(slug, now, age, one)}>{format.number(count)}</To>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Tile>
  );
};

export const TimesPart = ({ overview }: PartProps): JSX.Element => {
  const { t } = useWords();
  return (
    <Tile title={t.board.times} counted={t.board.timesCounted}>
      <dl>
        <SpreadLine label={t.board.firstLook} spread={overview.firstLook} />
        <SpreadLine label={t.board.decision} spread={overview.decision} />
      </dl>
    </Tile>
  );
};

export const WorkPart = ({ slug, overview }: PartProps): JSX.Element => {
  const { t, format } = useWords();
  const { decided, received, from, to } = overview;
  const line = (label: string, value: JSX.Element | string): JSX.Element => (
    <div class="spread">
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
  return (
    <Tile title={t.board.work} counted={t.board.workCounted}>
      <dl>
        {line(t.board.received, <To to={receivedLink(slug, from, to)}>{format.number(received.total)}</To>)}
        {line(t.board.decided, format.number(decided.total))}
        {line(t.reportStatus.verified, format.number(decided.verified))}
        {line(t.reportStatus.rejected, format.number(decided.rejected))}
        {line(t.board.mine, format.number(decided.mine))}
      </dl>
    </Tile>
  );
};

export const ChannelsPart = ({ slug, overview }: PartProps): JSX.Element => {
  const { t } = useWords();
  const { received, from, to } = overview;
  const rows = received.byChannel.map(({ channel, count }) => ({
    key: channel,
    label: t.channel[channel],
    count,
    to: receivedLink(slug, from, to, { channel: [channel] }),
  }));
  return (
    <Tile title={t.board.channels} counted={t.board.receivedCounted}>
      <BarTable caption={t.board.channels} rows={rows} />
    </Tile>
  );
};

const useCategoryName = (): ((code: string | null) => string) => {
  const { t, nameOf } = useWords();
  const categories = useCategories();
  return (code) => {
    const category = categoryOf(categories, code);
    return category === null ? t.filter.noCategory : nameOf(category);
  };
};

const mostRows = 8;

export const CategoriesPart = ({ slug, overview }: PartProps): JSX.Element => {
  const { t } = useWords();
  const name = useCategoryName();
  const { received, from, to } = overview;
  const { shown, others } = largest(received.byCategory, mostRows);
  const rows = shown.map(({ category, count }) => ({
    key: category ?? '',
    label: name(category),
    count,
    to: receivedLink(slug, from, to, { category: [category ?? 'none'] }),
  }));
  return (
    <Tile title={t.board.categories} counted={t.board.receivedCounted}>
      <BarTable caption={t.board.categories} rows={rows} others={others} />
    </Tile>
  );
};

export const IncidentsPart = ({ slug, overview }: PartProps): JSX.Element => {
  const { t, format } = useWords();
  const name = useCategoryName();
  const { incidents } = overview;
  const { shown, others } = largest(incidents.byCategory, 5);
  const rows = shown.map(({ category, count }) => ({
    key: category ?? '',
    label: name(category),
    count,
    to: incidentsLink(slug, { status: ['open', 'responding'], category: [category ?? 'none'] }),
  }));
  return (
    <Tile title={t.board.incidents} counted={t.board.incidentsCounted} wide>
      <p>
        {t.board.moved
          .replace('{opened}', format.number(incidents.opened))
          .replace('{resolved}', format.number(incidents.resolved))}
      </p>
      <div class="table-scroll">
        <table class="grid-table">
          <caption class="visually-hidden">{t.board.incidents}</caption>
          <thead>
            <tr>
              <th scope="col">{t.filter.status}</th>
              {urgent.map((one) => (
                <th key={one} scope="col" class="number">
                  {t.severity[one]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {incidentStatuses.map((status) => (
              <tr key={status}>
                <th scope="row">{t.incidentStatus[status]}</th>
                {urgent.map((one) => {
                  const count = incidents.byStatus[status][one];
                  return (
                    <td key={one} class={count === 0 ? 'number zero' : 'number'}>
                      {count === 0 ? '0' : <To to={statusLink(slug, status, one)}>{format.number(count)}</To>}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <BarTable caption={t.board.unresolved} rows={rows} others={others} />
    </Tile>
  );
};
