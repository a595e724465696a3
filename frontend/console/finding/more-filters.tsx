/** Filters of reports beyond status, category and channel, and those that every list has. */
import type { JSX } from 'preact';
import type { Filter, Tab } from '../address/address.js';
import { severities } from '../address/words.js';
import { useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { mayHere } from '../pieces/rights.js';
import { WordSelect } from '../pieces/selects.js';
import { Toggles } from '../queue/toggles.js';
import { AreaField } from './area-field.js';
import { languageName } from './language-name.js';

interface Props {
  tab: Tab;
  filter: Filter;
  change: (part: Partial<Filter>) => void;
}

const answers = ['', 'true', 'false'] as const;

const Languages = ({ filter, change }: Props): JSX.Element => {
  const words = useWords();
  const spoken = useSelect((state) => state.deployment.view?.languages) ?? [];
  const all = [...new Set([...spoken, ...filter.language, 'none'])];
  return (
    <Toggles
      legend={words.t.finding.language}
      words={all}
      chosen={filter.language}
      label={(tag) => languageName(tag, words)}
      onChange={(language) => change({ language })}
    />
  );
};

/** Waits for Enter or for leaving the field: every search for a reporter is written down. */
const Reporter = ({ filter, change }: Props): JSX.Element | null => {
  const { t } = useWords();
  const allowed = useSelect(mayHere('reporters.read'));
  if (!allowed) return null;
  return (
    <Field label={t.finding.reporter} hint={t.finding.reporterHint}>
      {(wiring) => (
        <input
          {...wiring}
          type="search"
          maxLength={200}
          value={filter.reporter}
          onChange={(event) => change({ reporter: event.currentTarget.value.trim() })}
        />
      )}
    </Field>
  );
};

export const MoreReportFilters = (props: Props): JSX.Element => {
  const { t } = useWords();
  const { filter, change, tab } = props;
  const names = tab === 'quarantine' ? (['media', 'contact'] as const) : (['media', 'contact', 'answered'] as const);
  return (
    <>
      <Toggles
        legend={t.finding.priority}
        words={severities}
        chosen={filter.priority}
        label={(word) => t.severity[word]}
        onChange={(priority) => change({ priority })}
      />
      <div class="field-pair">
        {names.map((name) => (
          <Field key={name} label={t.finding[name].label}>
            {(wiring) => (
              <WordSelect
                {...wiring}
                value={filter[name]}
                words={answers}
                label={(word) =>
                  word === '' ? t.finding.either : word === 'true' ? t.finding[name].yes : t.finding[name].no
                }
                onChange={(answer) => change({ [name]: answer })}
              />
            )}
          </Field>
        ))}
      </div>
      <Languages {...props} />
      <Reporter {...props} />
    </>
  );
};

export const EveryListFilters = ({ filter, change, tab }: Props): JSX.Element => {
  const { t } = useWords();
  const other = tab === 'incidents' ? 'updated' : 'observed';
  return (
    <>
      <AreaField area={filter.area} change={change} />
      <Field label={t.finding.time}>
        {(wiring) => (
          <WordSelect
            {...wiring}
            value={filter.time}
            words={['', other]}
            label={(word) =>
              word === ''
                ? tab === 'incidents'
                  ? t.finding.timeOpened
                  : t.finding.timeReceived
                : word === 'updated'
                  ? t.finding.timeUpdated
                  : t.finding.timeObserved
            }
            onChange={(time) => change({ time })}
          />
        )}
      </Field>
    </>
  );
};
