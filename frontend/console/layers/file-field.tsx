/** Sends a file and says what was found in it; or takes one that lies in the data folder already. */
import type { OverlayFileView, OverlayKind } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { sendOverlayFile } from '../../shared/api-overlays.js';
import { Problem } from '../../shared/problem.js';
import { here, noteProblem, slugOf } from '../actions/context.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { fill } from '../texts/forms.js';

const endings: Partial<Record<OverlayKind, string>> = {
  geojson: '.geojson,.json,.kml,.kmz',
  areas: '.geojson,.json,.kml,.kmz',
  pmtiles: '.pmtiles',
};

/** A server that refuses in the middle of it cannot say why to a browser that goes on sending. */
const mostBytes = (kind: OverlayKind): number => (kind === 'pmtiles' ? 200 : 10) * 1024 * 1024;
const tooLarge = new Problem({ type: '/problems/file-too-large', title: 'The file is too large', status: 413 });

interface FileFieldProps {
  kind: OverlayKind;
  found: OverlayFileView | null;
  /** Whether the layer has one. */
  isKept: boolean;
  fault: string | null | undefined;
  onFound: (found: OverlayFileView, name: string) => void;
}

const Found = ({ found }: { found: OverlayFileView }): JSX.Element => {
  const { t, plural } = useWords();
  const { tiles, minZoom = 0, maxZoom = 0 } = found;
  const words =
    tiles === undefined
      ? plural(found.count, t.layers.found)
      : fill(t.layers.foundTiles, { kind: tiles.toUpperCase(), from: minZoom, to: maxZoom });
  return (
    <p class="file-found" role="status">
      {words}
    </p>
  );
};

const Dropped = ({ onFound }: Pick<FileFieldProps, 'onFound'>): JSX.Element | null => {
  const { context } = useConsole();
  const { t } = useWords();
  const [files, setFiles] = useState<readonly OverlayFileView[]>([]);
  useEffect(() => {
    // Most have none, and those who do can still send one.
    here(context)
      .droppedOverlayFiles()
      .then(setFiles, () => undefined);
  }, []);
  if (files.length === 0) return null;
  return (
    <Field label={t.layers.fileDropped}>
      {(wiring) => (
        <select
          {...wiring}
          onChange={(event) => {
            const chosen = files.find(({ file }) => file === event.currentTarget.value);
            if (chosen) onFound(chosen, chosen.file);
          }}
        >
          <option value="">{t.layers.fileNone}</option>
          {files.map(({ file }) => (
            <option key={file} value={file}>
              {file}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

export const FileField = ({ kind, found, isKept, fault, onFound }: FileFieldProps): JSX.Element => {
  const { context } = useConsole();
  const { t } = useWords();
  const chooser = useRef<HTMLInputElement>(null);
  const [share, setShare] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (file: File): Promise<void> => {
    setProblem(null);
    if (file.size > mostBytes(kind)) return setProblem(tooLarge);
    setShare(0);
    try {
      onFound(await sendOverlayFile(slugOf(context.store.get().address) ?? '', file, setShare), file.name);
    } catch (error) {
      setProblem(noteProblem(context, error));
    }
    setShare(null);
  };
  const isNew = found === null && !isKept;
  const words =
    share === null
      ? null
      : share >= 1
        ? t.layers.fileReading
        : fill(t.layers.fileSending, { percent: Math.floor(share * 100) });
  return (
    <div class="file-field">
      <Field label={t.layers.file} hint={isKept && found === null ? t.layers.fileKeep : null} fault={fault}>
        {(wiring) => (
          <>
            <input
              {...wiring}
              ref={chooser}
              class="unseen"
              type="file"
              accept={endings[kind] ?? ''}
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                event.currentTarget.value = '';
                if (file) void send(file);
              }}
            />
            <button type="button" class="button" disabled={share !== null} onClick={() => chooser.current?.click()}>
              {isNew ? t.layers.fileChoose : t.layers.fileOther}
            </button>
          </>
        )}
      </Field>
      {words !== null && (
        <p class="muted" role="status">
          {words}
        </p>
      )}
      {found !== null && share === null && <Found found={found} />}
      <ProblemNote problem={problem} />
      {problem?.type === '/problems/unfit-file' && (
        <p class="hint" lang="en">
          {problem.detail}
        </p>
      )}
      {kind === 'pmtiles' && <Dropped onFound={onFound} />}
    </div>
  );
};
