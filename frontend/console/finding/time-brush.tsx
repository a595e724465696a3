/** How many came in when, as bars, with two handles that choose a stretch of it: by mouse, finger and arrow keys. */
import type { Histogram } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { RoomAddress } from '../address/address.js';
import { listQuery } from '../address/list-query.js';
import { here } from '../actions/context.js';
import { useActions, useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { useTold } from '../pieces/use-told.js';
import { whenVisible } from '../pieces/when-visible.js';
import { fill } from '../texts/forms.js';
import { countIn, filterOf, moved, rangeOf, timeOfEdge, type Range } from './brush.js';

const settleMs = 350;
/** What arrives meanwhile shows a little later: a count of everything is not free. */
const freshenMs = 30_000;

/** Under all filters but the times; asked again when they or the list change, and where it can be seen. */
const useHistogram = (room: RoomAddress): Histogram | null => {
  const { context } = useConsole();
  const [histogram, setHistogram] = useState<Histogram | null>(null);
  const filter = { ...room.filter, from: '', to: '' };
  const query = listQuery({ ...filter, reporter: '' }, room.tab).toString();
  const isCounted = room.filter.reporter === '';
  const [changes, setChanges] = useState(0);
  const kinds = room.tab === 'incidents' ? 'incident.' : 'report.';
  const changed = (): void => setChanges((before) => before + 1);
  useTold(({ kind }) => kind.startsWith(kinds), changed, freshenMs);
  const isLive = useSelect((state) => state.live === 'live');
  useEffect(() => {
    // Nobody told what came while the line was broken.
    if (isLive) changed();
  }, [isLive]);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      try {
        const [api, params] = [here(context), new URLSearchParams(query)];
        const got = await (room.tab === 'incidents' ? api.incidentHistogram(params) : api.reportHistogram(params));
        if (wanted) setHistogram(got);
      } catch {
        // The list says what is wrong; without bars it works as well.
        if (wanted) setHistogram(null);
      }
    };
    let giveUp = (): void => undefined;
    const soon = setTimeout(() => (giveUp = whenVisible(() => void load())), settleMs);
    return () => {
      wanted = false;
      clearTimeout(soon);
      giveUp();
    };
  }, [room.slug, room.tab, query, changes]);
  return isCounted ? histogram : null;
};

interface HandleProps {
  handle: keyof Range;
  histogram: Histogram;
  range: Range;
  onMove: (handle: keyof Range, edge: number) => void;
  edgeAt: (clientX: number) => number;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
};

const Handle = ({ handle, histogram, range, onMove, edgeAt }: HandleProps): JSX.Element => {
  const { t, format } = useWords();
  const count = histogram.counts.length;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const edge = event.key === 'Home' ? 0 : event.key === 'End' ? count : step && range[handle] + step;
    if (edge === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(handle, edge);
  };
  return (
    <button
      type="button"
      class="brush-handle"
      style={{ left: `${(range[handle] / count) * 100}%` }}
      role="slider"
      aria-label={t.brush[handle]}
      aria-valuemin={0}
      aria-valuemax={count}
      aria-valuenow={range[handle]}
      aria-valuetext={format.dateTime(timeOfEdge(histogram, range[handle]))}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) onMove(handle, edgeAt(event.clientX));
      }}
    />
  );
};

const Bars = ({ histogram, range }: { histogram: Histogram; range: Range }): JSX.Element => {
  const most = Math.max(1, ...histogram.counts);
  return (
    <svg
      class="brush-bars"
      viewBox={`0 0 ${histogram.counts.length} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {histogram.counts.map((n, at) => {
        const height = n === 0 ? 0 : Math.max(4, (n / most) * 100);
        const isIn = at >= range.start && at < range.end;
        return (
          <rect key={at} x={at + 0.1} y={100 - height} width={0.8} height={height} class={isIn ? 'bar' : 'bar out'} />
        );
      })}
    </svg>
  );
};

export const TimeBrush = ({ room }: { room: RoomAddress }): JSX.Element | null => {
  const { t, format, plural } = useWords();
  const actions = useActions();
  const histogram = useHistogram(room);
  const box = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Range | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const times = listQuery({ ...room.filter }, room.tab);
  const busy = useSelect((state) => state.queue.phase === 'loading');
  useEffect(() => {
    setHeld(null);
    // What was chosen a moment ago was of the list before.
    return () => clearTimeout(timer.current);
  }, [room.filter.from, room.filter.to, room.tab]);
  if (histogram === null || histogram.counts.every((n) => n === 0)) return null;
  const range = held ?? rangeOf(histogram, times.get('from'), times.get('to'));
  const count = histogram.counts.length;
  const edgeAt = (clientX: number): number => {
    const { left = 0, width = 1 } = box.current?.getBoundingClientRect() ?? {};
    return Math.round(((clientX - left) / width) * count);
  };
  const onMove = (handle: keyof Range, edge: number): void => {
    const next = moved(range, handle, edge, count);
    if (next.start === range.start && next.end === range.end) return;
    setHeld(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => actions.room.filterBy(filterOf(histogram, next), 'replace'), settleMs);
  };
  const said = fill(t.brush.said, {
    count: plural(countIn(histogram, range), room.tab === 'incidents' ? t.queue.shownIncidents : t.queue.shownReports),
    from: format.dateTime(timeOfEdge(histogram, range.start)),
    to: format.dateTime(timeOfEdge(histogram, range.end)),
  });
  return (
    <div class="brush" role="group" aria-label={t.brush.label} aria-busy={busy}>
      {/* Time runs from left to right in every language. */}
      <div class="brush-box" dir="ltr" ref={box}>
        <Bars histogram={histogram} range={range} />
        {(['start', 'end'] as const).map((handle) => (
          <Handle key={handle} {...{ handle, histogram, range, onMove, edgeAt }} />
        ))}
      </div>
      <p class="brush-said">{said}</p>
    </div>
  );
};
