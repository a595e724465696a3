/** What the board and the report of a shift are made of: links, durations, bars, and how each figure is counted. */
import type { JSX } from 'preact';
import type { Spread } from '@atesto/contract';
import type { Address } from '../address/address.js';
import { useWords } from '../pieces/console-context.js';
import { To } from '../pieces/to.js';

/** `3 h 20 min`: two parts say enough. */
export const useDuration = (): ((seconds: number | null) => string) => {
  const { t, format } = useWords();
  return (seconds) => {
    if (seconds === null) return '–';
    const minutes = Math.round(seconds / 60);
    const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
    const part = (value: number, unit: string): string => `${format.number(value)} ${unit}`;
    if (days > 0) return `${part(days, t.board.days)} ${part(hours, t.board.hours)}`;
    if (hours > 0) return `${part(hours, t.board.hours)} ${part(minutes % 60, t.board.minutes)}`;
    return part(minutes, t.board.minutes);
  };
};

interface TileProps {
  title: string;
  /** How it is counted. */
  counted: string;
  children: JSX.Element | (JSX.Element | null | false)[];
  wide?: boolean;
}

export const Tile = ({ title, counted, children, wide }: TileProps): JSX.Element => (
  <section class={wide === true ? 'tile wide' : 'tile'} aria-label={title}>
    <h3>{title}</h3>
    {children}
    <p class="tile-counted">{counted}</p>
  </section>
);

export const SpreadLine = ({ label, spread }: { label: string; spread: Spread }): JSX.Element => {
  const { t, plural } = useWords();
  const duration = useDuration();
  return (
    <div class="spread">
      <dt>{label}</dt>
      <dd>
        <strong>{duration(spread.median)}</strong>
        <span class="muted">
          {' '}
          {spread.count > 0 && `${t.board.p90.replace('{time}', duration(spread.p90))} · `}
          {plural(spread.count, t.board.ofReports)}
        </span>
      </dd>
    </div>
  );
};

export interface BarRow {
  key: string;
  label: string;
  count: number;
  to?: Address;
}

interface BarTableProps {
  caption: string;
  rows: readonly BarRow[];
  /** What is not among the rows, as one more. */
  others?: number;
}

/** A table that draws its numbers as bars as well. */
export const BarTable = ({ caption, rows: largest, others = 0 }: BarTableProps): JSX.Element => {
  const { t, format } = useWords();
  const rows = others === 0 ? largest : [...largest, { key: 'others', label: t.board.others, count: others }];
  const most = Math.max(1, ...rows.map(({ count }) => count));
  if (rows.length === 0) return <p class="muted">{t.board.nothing}</p>;
  return (
    <table class="bar-table">
      <caption class="visually-hidden">{caption}</caption>
      <tbody>
        {rows.map(({ key, label, count, to }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {label}
            </th>
            <td class="bar-cell" aria-hidden="true">
              <span class="bar-fill" style={{ width: `${(count / most) * 100}%` }} />
            </td>
            <td class="number">{to === undefined ? format.number(count) : <To to={to}>{format.number(count)}</To>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
