/** What the report of a shift says: what came in, what was decided, what is open and oldest, and the incidents with reasons. */
import type { JSX } from 'preact';
import type { HandOverView, IncidentStep, ShiftReport } from '@atesto/contract';
import { roomOf } from '../address/address.js';
import { severities } from '../address/words.js';
import { categoryOf } from '../queue/category-tree.js';
import { useCategories, useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';
import { To } from '../pieces/to.js';
import { largest } from './largest.js';
import { useDuration } from './pieces.js';

const Pairs = ({ rows }: { rows: readonly (readonly [string, string])[] }): JSX.Element => (
  <table class="shift-table">
    <tbody>
      {rows.map(([label, value]) => (
        <tr key={label}>
          <th scope="row" dir="auto">
            {label}
          </th>
          <td class="number">{value}</td>
        </tr>
      ))}
    </tbody>
  </table>
);

const Part = ({ title, children }: { title: string; children: JSX.Element | JSX.Element[] }): JSX.Element => (
  <section class="shift-part" aria-label={title}>
    <h3>{title}</h3>
    {children}
  </section>
);

const Numbers = ({ report }: { report: ShiftReport }): JSX.Element => {
  const { t, format, nameOf } = useWords();
  const duration = useDuration();
  const categories = useCategories();
  const name = (code: string | null): string => {
    const category = categoryOf(categories, code);
    return category === null ? t.filter.noCategory : nameOf(category);
  };
  const { shown, others } = largest(report.received.byCategory, 8);
  const urgency = [...severities].reverse().map((one) => {
    const count = Object.values(report.open.byAge).reduce((sum, row) => sum + row[one], 0);
    return [t.severity[one], format.number(count)] as const;
  });
  return (
    <div class="shift-columns">
      <Part title={t.shift.cameIn}>
        <Pairs
          rows={[
            [t.board.received, format.number(report.received.total)],
            ...report.received.byChannel.map(
              ({ channel, count }) => [t.channel[channel], format.number(count)] as const,
            ),
          ]}
        />
        <Pairs
          rows={[
            ...shown.map(({ category, count }) => [name(category), format.number(count)] as const),
            ...(others === 0 ? [] : [[t.board.others, format.number(others)] as const]),
          ]}
        />
      </Part>
      <Part title={t.shift.decided}>
        <Pairs
          rows={[
            [t.board.decided, format.number(report.decided.total)],
            [t.reportStatus.verified, format.number(report.decided.verified)],
            [t.reportStatus.rejected, format.number(report.decided.rejected)],
            [t.board.firstLook, duration(report.firstLook.median)],
            [t.board.decision, duration(report.decision.median)],
          ]}
        />
      </Part>
      <Part title={t.shift.open}>
        <Pairs rows={[[t.board.open, format.number(report.open.total)], ...urgency]} />
      </Part>
    </div>
  );
};

const Oldest = ({ report, slug }: { report: ShiftReport; slug: string }): JSX.Element => {
  const { t, format } = useWords();
  const now = Date.parse(report.countedAt);
  return (
    <Part title={t.shift.oldest}>
      {report.oldest.length === 0 ? (
        <p class="muted">{t.shift.noneOpen}</p>
      ) : (
        <ol class="shift-list">
          {report.oldest.map((one) => (
            <li key={one.id}>
              <To to={{ ...roomOf(slug), selected: { kind: 'report', id: one.id } }}>
                {`${format.dateTime(one.receivedAt)} (${format.ago(one.receivedAt, now)})`}
              </To>
              {` · ${t.severity[one.priority]}${one.place === null ? '' : ` · ${one.place}`}`}
              <p class="shift-text" dir="auto">
                {one.text === '' ? t.queue.noText : one.text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Part>
  );
};

const Step = ({ step, slug }: { step: IncidentStep; slug: string }): JSX.Element => {
  const { t, format } = useWords();
  const { incident, became } = step;
  return (
    <li>
      {`${format.dateTime(step.at)} · `}
      <To to={{ ...roomOf(slug, 'incidents'), selected: { kind: 'incident', id: incident.id } }}>
        {`#${incident.number} ${incident.title}`}
      </To>
      {` · ${t.severity[incident.severity]} · `}
      <strong>{became === null ? t.shift.opened : t.incidentStatus[became]}</strong>
      {step.by === null ? '' : ` · ${step.by}`}
      {step.reason !== null && (
        <p class="shift-text" dir="auto">
          {step.reason}
        </p>
      )}
    </li>
  );
};

const Handed = ({ made, slug }: { made: HandOverView; slug: string }): JSX.Element => {
  const { t, format } = useWords();
  const words = t.together.handOver;
  return (
    <li>
      {`${format.dateTime(made.at)} · `}
      <strong>{fill(words.fromTo, { from: made.by.name, to: made.to?.name ?? words.queue })}</strong>
      <p class="shift-text" dir="auto">
        {made.note}
      </p>
      <ul class="shift-list">
        {made.items.map(({ about, title, note }) => (
          <li key={about.id}>
            <To to={{ ...roomOf(slug, about.kind === 'report' ? 'reports' : 'incidents'), selected: about }}>
              {title || t.queue.noText}
            </To>
            {note !== null && (
              <p class="shift-text" dir="auto">
                {note}
              </p>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
};

const HandOvers = ({ report, slug }: { report: ShiftReport; slug: string }): JSX.Element => {
  const { t } = useWords();
  return (
    <Part title={t.shift.handOvers}>
      {report.handOvers.length === 0 ? (
        <p class="muted">{t.shift.noHandOvers}</p>
      ) : (
        <ol class="shift-list">
          {report.handOvers.map((made) => (
            <Handed key={made.id} made={made} slug={slug} />
          ))}
        </ol>
      )}
    </Part>
  );
};

export const ShiftPages = ({ report, slug }: { report: ShiftReport; slug: string }): JSX.Element => {
  const { t, format } = useWords();
  const { incidents, steps } = report;
  return (
    <>
      <Numbers report={report} />
      <HandOvers report={report} slug={slug} />
      <Oldest report={report} slug={slug} />
      <Part title={t.shift.incidents}>
        <p>
          {t.board.moved
            .replace('{opened}', format.number(incidents.opened))
            .replace('{resolved}', format.number(incidents.resolved))}
        </p>
        {steps.length === 0 ? (
          <p class="muted">{t.shift.noSteps}</p>
        ) : (
          <ol class="shift-list">
            {steps.map((step, at) => (
              <Step key={at} step={step} slug={slug} />
            ))}
          </ol>
        )}
      </Part>
    </>
  );
};
