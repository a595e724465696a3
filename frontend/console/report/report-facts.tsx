/** What is known about a report, as a list of facts. */
import type { ReportDetail } from '@atesto/contract';
import type { JSX } from 'preact';
import { Facts, Fact, PlaceFact } from '../pieces/facts.js';
import { useActions, useWords } from '../pieces/console-context.js';
import { AssigneeFact } from '../together/assignee.js';
import { CategoryName, Moment, SeverityMark } from '../pieces/marks.js';

const answerText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

const languageName = (tag: string, language: string): string => {
  try {
    return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
};

export const ReportFacts = ({ report }: { report: ReportDetail }): JSX.Element => {
  const { t, language } = useWords();
  const actions = useActions();
  const { incident } = report;
  return (
    <Facts>
      <Fact label={t.detail.category}>
        <CategoryName code={report.category} />
      </Fact>
      <Fact label={t.detail.priority}>
        <SeverityMark severity={report.priority} always />
      </Fact>
      {!report.quarantined && <AssigneeFact of={{ kind: 'report', id: report.id }} assignee={report.assignee} />}
      <PlaceFact place={report.place} location={report.location} />
      <Fact label={t.detail.received}>
        <Moment at={report.receivedAt} />
      </Fact>
      {report.observedAt && (
        <Fact label={t.detail.observed}>
          <Moment at={report.observedAt} />
        </Fact>
      )}
      <Fact label={t.detail.channel}>{t.channel[report.channel]}</Fact>
      {report.language && <Fact label={t.detail.language}>{languageName(report.language, language)}</Fact>}
      {incident && (
        <Fact label={t.detail.partOf}>
          <button
            type="button"
            class="link"
            onClick={() => actions.room.select({ kind: 'incident', id: incident.id })}
            dir="auto"
          >
            #{incident.number} {incident.title}
          </button>
        </Fact>
      )}
      {Object.entries(report.answers).map(([question, answer]) => (
        <Fact key={question} label={question}>
          <span dir="auto">{answerText(answer)}</span>
        </Fact>
      ))}
    </Facts>
  );
};
