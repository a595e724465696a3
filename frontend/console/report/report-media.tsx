/** Photos of a report, small in a row and large in a dialog, and its recordings below. */
import type { ReportDetail, ReportMedium } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { Modal } from '../pieces/modal.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { Recording } from './recording.js';

const Large = ({ file, title, onClose }: { file: ReportMedium; title: string; onClose: () => void }): JSX.Element => (
  <Modal title={title} wide onClose={onClose}>
    <img class="medium-large" src={file.url} alt={title} />
    <p class="button-line">
      <a class="button small" href={file.url} target="_blank" rel="noopener noreferrer">
        <Icon name="link" size={15} />
        {file.type}
      </a>
    </p>
  </Modal>
);

/** A photo's own place is a suggestion: somebody has to take it over. */
const PhotoPlace = ({ report }: { report: ReportDetail }): JSX.Element | null => {
  const { t } = useWords();
  const actions = useActions();
  const allowed = useSelect(mayHere('reports.triage'));
  const place = report.files.find((file) => file.location !== null)?.location;
  if (!place || report.location !== null || !allowed) return null;
  return (
    <p class="note">
      {t.detail.photoPlace}{' '}
      <button
        type="button"
        class="button small"
        onClick={() =>
          void actions.report.patch(report.id, report.version, { location: { lat: place.lat, lon: place.lon } })
        }
      >
        {t.detail.usePhotoPlace}
      </button>
    </p>
  );
};

/** The server forgets unfinished uploads after this time. */
const waitingMs = 7 * 24 * 60 * 60 * 1_000;

/** Photos follow the words, sometimes days later. */
const Missing = ({ report, missing }: { report: ReportDetail; missing: number }): JSX.Element => {
  const { t, plural, format } = useWords();
  const isLate = useSelect((state) => state.nowMs - Date.parse(report.receivedAt) > waitingMs);
  const words = plural(report.mediaExpected, isLate ? t.detail.photosMissing : t.detail.photosComing);
  return (
    <p class="hint media-missing" role="status">
      {fill(words, { missing: format.number(missing) })}
    </p>
  );
};

export const ReportMedia = ({ report }: { report: ReportDetail }): JSX.Element | null => {
  const { t } = useWords();
  const [open, setOpen] = useState<number | null>(null);
  const missing = report.mediaExpected - report.files.length;
  if (report.files.length === 0 && missing <= 0) return null;
  const isRecording = ({ type }: ReportMedium): boolean => type.startsWith('audio/');
  const recordings = report.files.filter(isRecording);
  const pictures = report.files.filter((file) => !isRecording(file));
  const title = (at: number): string => fill(t.detail.openMedium, { number: at + 1 });
  const shown = open === null ? undefined : pictures[open];
  return (
    <section class="detail-part" aria-label={t.detail.media}>
      <h3>{t.detail.media}</h3>
      {pictures.length > 0 && (
        <div class="media">
          {pictures.map((file, at) => (
            <button key={file.id} type="button" class="medium" onClick={() => setOpen(at)} aria-label={title(at)}>
              <img src={file.thumbnailUrl ?? file.url} alt="" loading="lazy" />
            </button>
          ))}
        </div>
      )}
      {recordings.map((file, at) => (
        <Recording key={file.id} report={report} file={file} number={at + 1} />
      ))}
      {missing > 0 && <Missing report={report} missing={missing} />}
      <PhotoPlace report={report} />
      {shown && open !== null && (
        <Large file={shown} title={`${t.detail.media} ${open + 1}/${pictures.length}`} onClose={() => setOpen(null)} />
      )}
    </section>
  );
};
