/** Puts a call, a link, a report or a photo forward as evidence. */
import type { EvidenceList, IncidentDetail, NewEvidence } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { FormDialog } from '../pieces/form-dialog.js';
import { WordSelect } from '../pieces/selects.js';
import { isWebAddress } from './is-web-address.js';

const kinds = ['call', 'link', 'report', 'photo'] as const;
type Kind = (typeof kinds)[number];

interface AddEvidenceProps {
  incident: IncidentDetail;
  photos: EvidenceList['photos'];
  onAdd: (evidence: NewEvidence) => Promise<Problem | null>;
  onClose: () => void;
}

export const AddEvidence = ({ incident, photos, onAdd, onClose }: AddEvidenceProps): JSX.Element => {
  const { t } = useWords();
  const words = t.evidence;
  const [kind, setKind] = useState<Kind>('call');
  const [note, setNote] = useState('');
  const [url, setUrl] = useState('');
  const [report, setReport] = useState(incident.reportItems[0]?.id ?? '');
  const [medium, setMedium] = useState(photos[0]?.id ?? '');
  const [tried, setTried] = useState(false);
  const offered = kinds.filter((one) => one !== 'photo' || photos.length > 0);
  const fault = {
    call: note.trim() === '' ? words.noteMissing : null,
    link: isWebAddress(url) ? null : words.urlBad,
    report: null,
    photo: null,
  }[kind];
  const submit = (): Promise<Problem | null> | 'stay' => {
    setTried(true);
    if (fault !== null) return 'stay';
    const part = { call: {}, link: { url: url.trim() }, report: { report }, photo: { medium } }[kind];
    return onAdd({ kind, note: note.trim(), ...part });
  };
  return (
    <FormDialog title={words.addTitle} submit={t.common.add} onClose={onClose} onSubmit={submit}>
      <Field label={words.what}>
        {(wiring) => (
          <WordSelect {...wiring} value={kind} words={offered} label={(one) => words.kind[one]} onChange={setKind} />
        )}
      </Field>
      {kind === 'link' && (
        <Field label={words.url} hint={words.urlHint} fault={tried ? fault : null}>
          {(wiring) => (
            <input
              {...wiring}
              type="url"
              maxLength={2000}
              placeholder="https://"
              value={url}
              onInput={(event) => setUrl(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {kind === 'report' && (
        <Field label={words.kind.report}>
          {(wiring) => (
            <select {...wiring} value={report} onChange={(event) => setReport(event.currentTarget.value)}>
              {incident.reportItems.map((item) => (
                <option key={item.id} value={item.id}>
                  {(item.text || t.queue.noText).slice(0, 90)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {kind === 'photo' && (
        <div class="evidence-photos" role="radiogroup" aria-label={words.kind.photo}>
          {photos.map((photo, at) => (
            <label key={photo.id} class="evidence-photo">
              <input type="radio" name="photo" checked={medium === photo.id} onChange={() => setMedium(photo.id)} />
              <img src={photo.thumbnailUrl} alt={`${words.kind.photo} ${at + 1}`} loading="lazy" />
            </label>
          ))}
        </div>
      )}
      <Field label={words.note} optional={kind !== 'call'} fault={tried && kind === 'call' ? fault : null}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            maxLength={2000}
            placeholder={kind === 'call' ? words.callHint : ''}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FormDialog>
  );
};
