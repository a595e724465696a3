/** The filters of the tab that is shown, each as plain controls. */
import type { JSX } from 'preact';
import type { Filter, RoomAddress } from '../address/address.js';
import { channels, confidences, incidentStatuses, reportStatuses, severities } from '../address/words.js';
import { useActions, useCategories, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { CategoryDisc } from '../pieces/marks.js';
import { WordSelect } from '../pieces/selects.js';
import { EveryListFilters, MoreReportFilters } from '../finding/more-filters.js';
import { flattened } from './category-tree.js';
import { Toggles } from './toggles.js';

const Categories = ({
  chosen,
  onChange,
}: {
  chosen: readonly string[];
  onChange: (codes: string[]) => void;
}): JSX.Element => {
  const { t, nameOf } = useWords();
  const nodes = flattened(useCategories());
  const line = (code: string, depth: number, label: JSX.Element | string): JSX.Element => (
    <label key={code} class="check" style={{ paddingInlineStart: `${depth * 18}px` }}>
      <input
        type="checkbox"
        checked={chosen.includes(code)}
        onChange={(event) =>
          onChange(event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code))
        }
      />
      {label}
    </label>
  );
  return (
    <fieldset class="category-filter">
      <legend>{t.filter.category}</legend>
      <div class="category-filter-list">
        {nodes.map(({ category, depth }) =>
          line(
            category.code,
            depth,
            <span class="category-name">
              <CategoryDisc category={category} size={20} />
              {nameOf(category)}
            </span>,
          ),
        )}
        {line('none', 0, t.filter.noCategory)}
      </div>
    </fieldset>
  );
};

const Days = ({ filter, change }: { filter: Filter; change: (part: Partial<Filter>) => void }): JSX.Element => {
  const { t } = useWords();
  return (
    <div class="field-pair">
      <Field label={t.filter.from}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            value={filter.from.slice(0, 10)}
            max={filter.to.slice(0, 10) || undefined}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={t.filter.to}>
        {(wiring) => (
          <input
            {...wiring}
            type="date"
            value={filter.to.slice(0, 10)}
            min={filter.from.slice(0, 10) || undefined}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
        )}
      </Field>
    </div>
  );
};

interface PartProps {
  filter: Filter;
  change: (part: Partial<Filter>) => void;
}

const ReportFilters = ({ filter, change }: PartProps): JSX.Element => {
  const { t } = useWords();
  return (
    <>
      <div class="field-pair">
        <Field label={t.filter.assignee}>
          {(wiring) => (
            <WordSelect
              {...wiring}
              value={filter.assignee}
              words={['', 'me', 'none']}
              label={(word) => t.filter[`assignee_${word || 'any'}`]}
              onChange={(assignee) => change({ assignee })}
            />
          )}
        </Field>
        <Field label={t.filter.located}>
          {(wiring) => (
            <WordSelect
              {...wiring}
              value={filter.located}
              words={['', 'true', 'false']}
              label={(word) => t.filter[`located_${word || 'any'}`]}
              onChange={(located) => change({ located })}
            />
          )}
        </Field>
      </div>
      <Toggles
        legend={t.filter.channel}
        words={channels}
        chosen={filter.channel}
        label={(word) => t.channel[word]}
        onChange={(channel) => change({ channel })}
      />
    </>
  );
};

const IncidentFilters = ({ filter, change }: PartProps): JSX.Element => {
  const { t } = useWords();
  return (
    <>
      <Toggles
        legend={t.filter.severity}
        words={severities}
        chosen={filter.severity}
        label={(word) => t.severity[word]}
        onChange={(severity) => change({ severity })}
      />
      <Toggles
        legend={t.evidence.howSure}
        words={confidences}
        chosen={filter.confidence}
        label={(word) => t.evidence.confidence[word]}
        onChange={(confidence) => change({ confidence })}
      />
      <Field label={t.filter.located}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={filter.located}
            words={['', 'true', 'false']}
            label={(word) => t.filter[`located_${word || 'any'}`]}
            onChange={(located) => change({ located })}
          />
        )}
      </Field>
      <Field label={t.filter.visibility}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={filter.visibility}
            words={['', 'public', 'internal']}
            label={(word) => (word === '' ? t.filter.visibility_any : t.visibility[word])}
            onChange={(visibility) => change({ visibility })}
          />
        )}
      </Field>
    </>
  );
};

const Statuses = ({ address, change }: { address: RoomAddress; change: PartProps['change'] }): JSX.Element => {
  const { t } = useWords();
  const { status } = address.filter;
  return address.tab !== 'incidents' ? (
    <Toggles
      legend={t.filter.status}
      words={reportStatuses}
      chosen={status}
      label={(word) => t.reportStatus[word]}
      onChange={(chosen) => change({ status: chosen })}
    />
  ) : (
    <Toggles
      legend={t.filter.status}
      words={incidentStatuses}
      chosen={status}
      label={(word) => t.incidentStatus[word]}
      onChange={(chosen) => change({ status: chosen })}
    />
  );
};

export const FilterPanel = ({ address }: { address: RoomAddress }): JSX.Element => {
  const actions = useActions();
  const { filter, tab } = address;
  const change = (part: Partial<Filter>): void => actions.room.filterBy(part);
  const Others = tab === 'incidents' ? IncidentFilters : ReportFilters;
  return (
    <>
      {tab !== 'quarantine' && <Statuses address={address} change={change} />}
      <Categories chosen={filter.category} onChange={(category) => change({ category })} />
      <Others filter={filter} change={change} />
      {tab !== 'incidents' && <MoreReportFilters tab={tab} filter={filter} change={change} />}
      <EveryListFilters tab={tab} filter={filter} change={change} />
      <Days filter={filter} change={change} />
    </>
  );
};
