/** Whose work something is: a choice in the detail, a mark on the row. */
import type { Assign, Assignee, Looking } from '@atesto/contract';
import type { JSX } from 'preact';
import { useActions, useSelect, useWords } from '../pieces/console-context.js';
import { Fact } from '../pieces/facts.js';
import { Icon } from '../pieces/icon.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { useTeam } from './use-team.js';

export const AssigneeMark = ({ assignee }: { assignee: Assignee | null }): JSX.Element | null => {
  const { t } = useWords();
  const me = useSelect((state) => state.session.view?.user.id ?? null);
  if (assignee === null) return null;
  const name = assignee.id === me ? t.together.assign.me : assignee.name;
  return (
    <span class="assignee-mark" title={fill(t.together.assign.to, { name })}>
      <span class="visually-hidden">{fill(t.together.assign.to, { name })}</span>
      <span aria-hidden="true">→</span>
      <bdi class="cut" aria-hidden="true">
        {name}
      </bdi>
    </span>
  );
};

const nobody = '';
const valueOf = (assignee: Pick<Assignee, 'kind' | 'id'> | null): string =>
  assignee === null ? nobody : `${assignee.kind}:${assignee.id}`;
export const assignOf = (value: string): Assign | null => {
  const [kind, id = ''] = value.split(':');
  return value === nobody ? null : kind === 'person' ? { person: id } : { organisation: id };
};

/** People and organisations of the deployment to choose from; `none` names what no choice means. */
export const AssigneeSelect = (props: {
  value: string;
  none: string;
  /** Chosen, whether or not the team is known. */
  known?: Assignee | null;
  disabled?: boolean;
  /** Who cannot be meant. */
  except?: string;
  label?: string;
  id?: string;
  onChange: (value: string) => void;
}): JSX.Element => {
  const { t } = useWords();
  const me = useSelect((state) => state.session.view?.user ?? null);
  const team = useTeam();
  const { known = null } = props;
  const people = (team?.workers ?? []).filter(({ id }) => id !== props.except);
  const organisations = team?.organisations ?? [];
  const isMissing = known !== null && ![...people, ...organisations].some(({ id }) => id === known.id);
  const isMeMissing = me !== null && me.id !== props.except && !people.some(({ id }) => id === me.id);
  return (
    <select
      id={props.id}
      aria-label={props.label}
      value={props.value}
      disabled={props.disabled === true}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    >
      <option value={nobody}>{props.none}</option>
      {isMissing && <option value={valueOf(known)}>{known.name}</option>}
      {isMeMissing && team !== null && known?.id !== me.id && (
        <option value={valueOf({ kind: 'person', id: me.id })}>{me.name}</option>
      )}
      {people.length > 0 && (
        <optgroup label={t.together.assign.people}>
          {people.map(({ id, name }) => (
            <option key={id} value={valueOf({ kind: 'person', id })}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {organisations.length > 0 && (
        <optgroup label={t.together.assign.organisations}>
          {organisations.map(({ id, name }) => (
            <option key={id} value={valueOf({ kind: 'organisation', id })}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
};

export const AssigneeFact = ({ of, assignee }: { of: Looking; assignee: Assignee | null }): JSX.Element => {
  const { t } = useWords();
  const { team } = useActions();
  const allowed = useSelect(mayHere('reports.triage'));
  const busy = useSelect((state) => state.busy !== null);
  return (
    <Fact label={t.together.assign.label}>
      {allowed ? (
        <AssigneeSelect
          label={t.together.assign.label}
          none={t.together.assign.nobody}
          value={valueOf(assignee)}
          known={assignee}
          disabled={busy}
          onChange={(value) => void team.assign(of, assignOf(value))}
        />
      ) : assignee === null ? (
        <span class="muted">{t.together.assign.nobody}</span>
      ) : (
        <span class="visibility">
          <Icon name="person" size={15} />
          <bdi>{assignee.name}</bdi>
        </span>
      )}
    </Fact>
  );
};
