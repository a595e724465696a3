/** Saved ways to export: their files, and an address for those who cannot sign in. */
import type { ExportFormatName, ExportProfileView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { profileUrl } from '../../shared/api-exports.js';
import { attempt, here } from '../actions/context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Moment } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { SecretNote } from '../pieces/secret-note.js';
import { useChange, useRemote } from '../settings/use-remote.js';
import { fill } from '../texts/forms.js';
import { exportFormats } from './export-choice.js';

type Asked = { profile: ExportProfileView; what: 'open' | 'close' | 'remove' };

const Files = ({ profile }: { profile: ExportProfileView }): JSX.Element => {
  const { t } = useConsole().words;
  const slug = useSelect((state) => (state.address.screen === 'settings' ? state.address.slug : ''));
  const [format, setFormat] = useState<ExportFormatName>('csv');
  return (
    <span class="export-files">
      <select
        aria-label={t.exports.format}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as ExportFormatName)}
      >
        {exportFormats.map((one) => (
          <option key={one} value={one}>
            {t.exports.formats[one]}
          </option>
        ))}
      </select>
      <a class="button small" href={profileUrl(slug, profile.id, format)} download>
        {t.exports.download}
      </a>
    </span>
  );
};

const Line = ({ profile, onAsk }: { profile: ExportProfileView; onAsk: (asked: Asked) => void }): JSX.Element => {
  const { t } = useConsole().words;
  const { name, audience, filter, columns, open, lastUsedAt } = profile;
  const facts = [
    t.exports.audiences[audience],
    columns.length === 0 ? t.exports.usualColumns : columns.map((one) => one.name ?? one.key).join(', '),
  ];
  return (
    <li class="export-line">
      <div>
        <strong dir="auto">{name}</strong>
        <p class="muted">{facts.join(' · ')}</p>
        {filter !== '' && (
          <p class="muted">
            <code>{filter}</code>
          </p>
        )}
        <p class="muted">
          {open ? t.exports.isOpen : t.exports.isClosed}
          {open && lastUsedAt !== null && (
            <>
              {' · '}
              {t.exports.lastUsed} <Moment at={lastUsedAt} />
            </>
          )}
        </p>
      </div>
      <div class="export-actions">
        <Files profile={profile} />
        <button type="button" class="button small" onClick={() => onAsk({ profile, what: 'open' })}>
          {open ? t.exports.newAddress : t.exports.openAddress}
        </button>
        {open && (
          <button type="button" class="button small" onClick={() => onAsk({ profile, what: 'close' })}>
            {t.exports.closeAddress}
          </button>
        )}
        <button type="button" class="button small" onClick={() => onAsk({ profile, what: 'remove' })}>
          {t.exports.remove}
        </button>
      </div>
    </li>
  );
};

export const ProfileList = (): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const { items, problem, load } = useRemote((api) => api.exportProfiles());
  const change = useChange();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [fresh, setFresh] = useState<ExportProfileView | null>(null);
  const act = async ({ profile, what }: Asked): ReturnType<typeof attempt> =>
    attempt(context, 'settings', async () => {
      if (what === 'remove') await here(context).removeExportProfile(profile.id);
      else {
        const changed = await here(context).patchExportProfile(profile.id, { address: what === 'open' });
        setFresh(what === 'open' ? changed : null);
      }
      await load();
    });
  return (
    <section>
      <h3>{t.exports.profiles}</h3>
      <p class="muted">{t.exports.profilesLead}</p>
      {fresh?.address !== undefined && (
        <SecretNote
          title={fill(t.exports.address, { name: fresh.name })}
          hint={t.exports.addressHint}
          secret={`${fresh.address}csv`}
        />
      )}
      <ProblemNote problem={problem ?? change.problem} retry={() => void load()} />
      {items === null && problem === null && <p role="status">{t.common.loading}</p>}
      {items?.length === 0 && <p class="muted">{t.exports.noProfiles}</p>}
      <ul class="plain-list">
        {items?.map((profile) => (
          <Line key={profile.id} profile={profile} onAsk={setAsked} />
        ))}
      </ul>
      {asked !== null && (
        <ConfirmDialog
          question={fill(t.exports.questions[asked.what], { name: asked.profile.name })}
          submit={{ open: t.exports.openAddress, close: t.exports.closeAddress, remove: t.exports.remove }[asked.what]}
          onClose={() => setAsked(null)}
          onConfirm={() => act(asked)}
        />
      )}
    </section>
  );
};
