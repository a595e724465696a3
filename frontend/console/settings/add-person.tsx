/** Adding a person: an unknown address gets an account, whose one-time password the answer carries. */
import type { MemberRole, MemberView, OrganisationView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { memberRoles } from '../address/words.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { WordSelect } from '../pieces/selects.js';
import { OrganisationSelect } from './organisation-select.js';
import { useChange } from './use-remote.js';

interface AddPersonProps {
  organisations: readonly OrganisationView[];
  onAdded: (member: MemberView) => void;
}

const nobody = { name: '', email: '', role: 'responder' as MemberRole, organisation: null as string | null };

export const AddPerson = ({ organisations, onAdded }: AddPersonProps): JSX.Element => {
  const { t } = useWords();
  const change = useChange();
  const [person, setPerson] = useState(nobody);
  const complete = person.name.trim() !== '' && person.email.trim() !== '';
  const add = async (): Promise<void> => {
    const body = { ...person, name: person.name.trim(), email: person.email.trim() };
    const added = await change.run(async (api) => onAdded(await api.addMember(body)));
    if (added) setPerson(nobody);
  };
  const text = (name: 'name' | 'email', type: 'text' | 'email', label: string): JSX.Element => (
    <Field label={label} fault={change.problem?.at(`/${name}`)}>
      {(wiring) => (
        <input
          {...wiring}
          {...({ type } as object)}
          autoComplete="off"
          value={person[name]}
          onInput={(event) => setPerson({ ...person, [name]: event.currentTarget.value })}
        />
      )}
    </Field>
  );
  return (
    <form
      class="form boxed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (complete) void add();
      }}
    >
      <h3>{t.settings.people.addTitle}</h3>
      <div class="field-pair">
        {text('name', 'text', t.settings.people.name)}
        {text('email', 'email', t.settings.people.email)}
      </div>
      <div class="field-pair">
        <Field label={t.settings.people.role} hint={t.settings.people[`roleHint_${person.role}`]}>
          {(wiring) => (
            <WordSelect
              {...wiring}
              value={person.role}
              words={memberRoles}
              label={(role) => t.role[role]}
              onChange={(role) => setPerson({ ...person, role })}
            />
          )}
        </Field>
        <Field label={t.settings.people.organisation}>
          {(wiring) => (
            <OrganisationSelect
              {...wiring}
              value={person.organisation}
              organisations={organisations}
              onChange={(organisation) => setPerson({ ...person, organisation })}
            />
          )}
        </Field>
      </div>
      <ProblemNote problem={change.problem} />
      <div class="form-actions start">
        <button type="submit" class="button primary" disabled={change.busy || !complete}>
          {t.settings.people.add}
        </button>
      </div>
    </form>
  );
};
