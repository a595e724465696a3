/** Who works in this deployment, as what, and for which organisation. */
import type { MemberView, OrganisationView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { memberRoles } from '../address/words.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { ConfirmDialog } from '../pieces/confirm-dialog.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { SecretNote } from '../pieces/secret-note.js';
import { WordSelect } from '../pieces/selects.js';
import { attempt, here } from '../actions/context.js';
import { fill } from '../texts/forms.js';
import { AddPerson } from './add-person.js';
import { OrganisationSelect } from './organisation-select.js';
import { useChange, useRemote } from './use-remote.js';

interface MemberRowProps {
  member: MemberView;
  organisations: readonly OrganisationView[];
  change: ReturnType<typeof useChange>;
  onRemove: () => void;
  onChanged: () => Promise<void>;
}

const MemberRow = ({ member, organisations, change, onRemove, onChanged }: MemberRowProps): JSX.Element => {
  const { t } = useWords();
  const me = useSelect((state) => state.session.view?.user.id);
  const { user } = member;
  const patch = async (body: Parameters<ReturnType<typeof here>['patchMember']>[1]): Promise<void> => {
    await change.run(async (api) => {
      await api.patchMember(user.id, body);
    });
    await onChanged();
  };
  return (
    <tr>
      <th scope="row">
        <span dir="auto">{user.name}</span>
        <span class="muted cut">{user.email}</span>
      </th>
      <td data-label={t.settings.people.role}>
        <WordSelect
          value={member.role}
          words={memberRoles}
          label={(role) => t.role[role]}
          onChange={(role) => void patch({ role })}
          aria-label={`${t.settings.people.role}: ${user.name}`}
        />
      </td>
      <td data-label={t.settings.people.organisation}>
        <OrganisationSelect
          value={member.organisation?.id ?? null}
          organisations={organisations}
          onChange={(organisation) => void patch({ organisation })}
          aria-label={`${t.settings.people.organisation}: ${user.name}`}
        />
      </td>
      <td>
        <button type="button" class="button small" disabled={change.busy || user.id === me} onClick={onRemove}>
          {t.settings.people.remove}
        </button>
      </td>
    </tr>
  );
};

export const PeopleSection = (): JSX.Element => {
  const { context, words } = useConsole();
  const { t } = words;
  const members = useRemote((api) => api.members().then(({ items }) => items));
  const organisations = useRemote(() => context.api.organisations());
  const change = useChange();
  const [fresh, setFresh] = useState<MemberView | null>(null);
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const remove = (member: MemberView): ReturnType<typeof attempt> =>
    attempt(context, 'settings', async () => {
      await here(context).removeMember(member.user.id);
      await members.load();
    });
  return (
    <>
      <p class="muted">{t.settings.people.lead}</p>
      {fresh?.oneTimePassword && (
        <SecretNote
          title={fill(t.settings.people.oneTime, { name: fresh.user.name })}
          hint={t.settings.people.oneTimeHint}
          secret={fresh.oneTimePassword}
        />
      )}
      <ProblemNote problem={members.problem ?? change.problem} retry={() => void members.load()} />
      {members.items === null && members.problem === null && <p role="status">{t.common.loading}</p>}
      {members.items?.length === 0 && <p class="muted">{t.settings.people.empty}</p>}
      {members.items !== null && members.items.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t.settings.people.name}</th>
              <th scope="col">{t.settings.people.role}</th>
              <th scope="col">{t.settings.people.organisation}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {members.items.map((member) => (
              <MemberRow
                key={member.user.id}
                member={member}
                organisations={organisations.items ?? []}
                change={change}
                onRemove={() => setLeaving(member)}
                onChanged={members.load}
              />
            ))}
          </tbody>
        </table>
      )}
      <AddPerson
        organisations={organisations.items ?? []}
        onAdded={(member) => {
          setFresh(member);
          void members.load();
        }}
      />
      {leaving && (
        <ConfirmDialog
          question={fill(t.settings.people.removeConfirm, { name: leaving.user.name })}
          submit={t.settings.people.remove}
          onClose={() => setLeaving(null)}
          onConfirm={() => remove(leaving)}
        />
      )}
    </>
  );
};
