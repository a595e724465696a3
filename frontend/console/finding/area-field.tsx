/** The area of the filter as words: to draw it on the map, or to write its corners down where a map is of no use. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Filter } from '../address/address.js';
import { useConsole, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { crossesItself, formatArea, mostCorners, parseArea, readCorners, writeCorners } from './area-ring.js';

interface Props {
  area: string;
  change: (part: Partial<Filter>) => void;
}

const Written = ({ area, change }: Props): JSX.Element => {
  const { t } = useWords();
  const [text, setText] = useState(writeCorners(parseArea(area)));
  const [fault, setFault] = useState('');
  useEffect(() => setText(writeCorners(parseArea(area))), [area]);
  const apply = (): void => {
    const corners = readCorners(text);
    const isSound = corners !== null && corners.length >= 3 && corners.length <= mostCorners;
    if (!isSound) setFault(t.finding.areaUnread);
    else if (crossesItself(corners)) setFault(t.finding.areaCrosses);
    else {
      setFault('');
      change({ area: formatArea(corners) });
    }
  };
  return (
    <details class="area-written">
      <summary>{t.finding.areaWrite}</summary>
      <Field label={t.finding.areaCorners} hint={t.finding.areaCornersHint} fault={fault}>
        {(wiring) => (
          <textarea {...wiring} rows={4} value={text} onInput={(event) => setText(event.currentTarget.value)} />
        )}
      </Field>
      <button type="button" class="button small" onClick={apply}>
        {t.finding.areaApply}
      </button>
    </details>
  );
};

export const AreaField = ({ area, change }: Props): JSX.Element => {
  const { t } = useWords();
  const { store } = useConsole().context;
  return (
    <fieldset class="area-field">
      <legend>{t.finding.area}</legend>
      <div class="button-line">
        <button
          type="button"
          class="button small"
          onClick={() => store.dispatch({ type: 'area.drawn', corners: parseArea(area) })}
        >
          {area === '' ? t.finding.areaDraw : t.finding.areaEdit}
        </button>
        {area !== '' && (
          <button type="button" class="button small" onClick={() => change({ area: '' })}>
            {t.finding.areaClear}
          </button>
        )}
      </div>
      <Written area={area} change={change} />
    </fieldset>
  );
};
