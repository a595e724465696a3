/** The report of a shift, to be read, printed and handed over: fits A4 and needs no colour. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ShiftReport } from '@atesto/contract';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem } from '../actions/context.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { fill } from '../texts/forms.js';
import { minuteOf } from './board-links.js';
import { ShiftPages } from './shift-pages.js';
import { zoneHere } from './use-overview.js';

const shiftMs = 8 * 3_600_000;

/** What a field for date and time holds: minutes in the reader's zone. */
const localOf = (instant: string): string => {
  const at = new Date(instant);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
};

const useShift = (slug: string, from: string, to: string): { report: ShiftReport | null; problem: Problem | null } => {
  const { context } = useConsole();
  const [report, setReport] = useState<ShiftReport | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (): Promise<void> => {
      const end = to === '' ? Date.now() : Date.parse(to);
      const start = from === '' ? end - shiftMs : Date.parse(from);
      try {
        const query = { from: new Date(start).toISOString(), to: new Date(end).toISOString(), zone: zoneHere() };
        const got = await here(context).shift(query);
        if (!wanted) return;
        setReport(got);
        setProblem(null);
      } catch (error) {
        if (wanted) setProblem(noteProblem(context, error));
      }
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [slug, from, to]);
  return { report, problem };
};

export const ShiftScreen = (): JSX.Element | null => {
  const { context, words } = useConsole();
  const { t, format } = words;
  const address = useSelect((state) => state.address);
  const name = useSelect((state) => state.deployment.view?.name ?? '');
  const by = useSelect((state) => state.session.view?.user.name ?? '');
  const [slug, from, to] =
    address.screen === 'shift' ? [address.slug, address.from, address.to] : (['', '', ''] as const);
  const { report, problem } = useShift(slug, from, to);
  if (address.screen !== 'shift') return null;
  const change = (part: { from?: string; to?: string }): void => {
    if (report === null) return;
    const now = { from: minuteOf(Date.parse(report.from)), to: minuteOf(Date.parse(report.to)) };
    context.go({ ...address, ...now, ...part }, 'replace');
  };
  const field = (which: 'from' | 'to'): JSX.Element => (
    <Field label={t.filter[which]}>
      {(wiring) => (
        <input
          {...wiring}
          type="datetime-local"
          value={report === null ? '' : localOf(report[which])}
          onChange={(event) => {
            const at = Date.parse(event.currentTarget.value);
            if (Number.isFinite(at)) change({ [which]: minuteOf(at) });
          }}
        />
      )}
    </Field>
  );
  return (
    <main class="shift">
      <header class="shift-controls">
        <button type="button" class="button quiet" onClick={() => context.go({ screen: 'board', slug, period: '24h' })}>
          <Icon name="left" />
          {t.board.title}
        </button>
        {field('from')}
        {field('to')}
        <span class="spacer" />
        <button type="button" class="button primary" disabled={report === null} onClick={() => window.print()}>
          {t.shift.print}
        </button>
      </header>
      <ProblemNote problem={problem} />
      {report === null && problem === null && <p class="muted">{t.common.loading}</p>}
      {report !== null && (
        <article class="shift-sheet">
          <h2>{fill(t.shift.heading, { name })}</h2>
          <p>{fill(t.shift.period, { from: format.dateTime(report.from), to: format.dateTime(report.to) })}</p>
          <ShiftPages report={report} slug={slug} />
          <p class="shift-foot">{fill(t.shift.foot, { time: format.dateTime(report.countedAt), name: by })}</p>
        </article>
      )}
    </main>
  );
};
