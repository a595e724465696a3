/** Long exports: how far each is, and its file. */
import type { ExportJobView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { useConsole } from '../pieces/console-context.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { useChange, useRemote } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';

const lookMs = 1_500;
const isUnderWay = ({ state }: ExportJobView): boolean => state === 'waiting' || state === 'running';

const Progress = ({ job }: { job: ExportJobView }): JSX.Element => {
  const { t, format } = useConsole().words;
  const { rows, expected } = job;
  const words = fill(t.exports.progress, { rows: format.number(rows), expected: format.number(expected ?? 0) });
  return (
    <p class="export-progress">
      <progress max={Math.max(1, expected ?? 1)} value={rows} aria-label={t.exports.jobStates[job.state]} />
      <span>{words}</span>
    </p>
  );
};

const Line = ({ job, onEnd }: { job: ExportJobView; onEnd: () => void }): JSX.Element => {
  const { t, format } = useConsole().words;
  const { state, bytes, rows, expiresAt, download, detail } = job;
  return (
    <li class="export-line">
      <div>
        <strong>{t.exports.formats[job.format]}</strong> <span class="muted">{t.exports.audiences[job.audience]}</span>
        <p class="muted">
          {t.exports.jobStates[state]} · <Moment at={job.createdAt} /> · <span dir="auto">{job.by.name}</span>
        </p>
        {isUnderWay(job) && <Progress job={job} />}
        {state === 'done' && (
          <p class="muted">
            {fill(t.exports.result, { rows: format.number(rows), size: format.number(Math.ceil((bytes ?? 0) / 1024)) })}
            {expiresAt !== null && (
              <>
                {' '}
                {t.exports.until} <Moment at={expiresAt} />
              </>
            )}
          </p>
        )}
        {detail !== null && <p class="fault">{detail}</p>}
      </div>
      <div class="export-actions">
        {download !== null && (
          <a class="button small primary" href={new URL(download).pathname} download>
            {t.exports.download}
          </a>
        )}
        {(isUnderWay(job) || state === 'done') && (
          <button type="button" class="button small" onClick={onEnd}>
            {isUnderWay(job) ? t.exports.cancel : t.exports.removeFile}
          </button>
        )}
      </div>
    </li>
  );
};

export const JobList = (): JSX.Element => {
  const { t } = useConsole().words;
  const { items, problem, load } = useRemote((api) => api.exportJobs());
  const change = useChange();
  const isBusy = items?.some(isUnderWay) === true;
  useEffect(() => {
    if (!isBusy) return;
    const timer = setInterval(() => void load(), lookMs);
    return () => clearInterval(timer);
  }, [isBusy]);
  const end = async ({ id }: ExportJobView): Promise<void> => {
    await change.run((api) => api.cancelExportJob(id));
    await load();
  };
  return (
    <section>
      <h3>{t.exports.jobs}</h3>
      <p class="muted">{t.exports.jobsLead}</p>
      <ProblemNote problem={problem ?? change.problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.exports.noJobs}</p>}
      <ul class="plain-list">
        {items?.map((job) => (
          <Line key={job.id} job={job} onEnd={() => void end(job)} />
        ))}
      </ul>
    </section>
  );
};
