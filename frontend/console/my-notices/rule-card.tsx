/** One rule: of what, from where and how severe, and by which ways one is told of it. */
import type { NoticeKind, NoticePace, NoticeRule, NoticeWay, Severity } from '@atesto/contract';
import type { JSX } from 'preact';
import { severities } from '../address/words.js';
import { useCategories, useSelect, useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { WordSelect } from '../pieces/selects.js';
import { flattened } from '../queue/category-tree.js';
import { AreaMap } from '../settings/area-map.js';

export const kinds: readonly NoticeKind[] = [
  'report',
  'incident',
  'incident-changed',
  'assigned',
  'mention',
  'answer',
  'taken-over',
];
const ways: readonly NoticeWay[] = ['push', 'email', 'sms', 'chat'];
const paces: readonly NoticePace[] = ['now', 'hourly', 'daily'];

const toggled = <Word,>(words: readonly Word[], word: Word, on: boolean): Word[] =>
  on ? [...words.filter((one) => one !== word), word] : words.filter((one) => one !== word);

interface PartProps {
  rule: NoticeRule;
  onChange: (rule: NoticeRule) => void;
}

const Kinds = ({ rule, onChange }: PartProps): JSX.Element => {
  const { t } = useWords();
  return (
    <fieldset class="choices">
      <legend>{t.notices.what}</legend>
      {kinds.map((kind) => (
        <label key={kind} class="check">
          <input
            type="checkbox"
            checked={rule.kinds.includes(kind)}
            onChange={(event) => onChange({ ...rule, kinds: toggled(rule.kinds, kind, event.currentTarget.checked) })}
          />
          {t.notices.kinds[kind]}
        </label>
      ))}
    </fieldset>
  );
};

const Categories = ({ rule, onChange }: PartProps): JSX.Element => {
  const { t, nameOf } = useWords();
  const nodes = flattened(useCategories());
  const chosen = rule.categories ?? [];
  return (
    <details>
      <summary>
        {t.notices.categories}: {chosen.length === 0 ? t.notices.all : chosen.length}
      </summary>
      <div class="rule-categories">
        {nodes.map(({ category, depth }) => (
          <label key={category.code} class="check" style={{ paddingInlineStart: `${depth * 18}px` }}>
            <input
              type="checkbox"
              checked={chosen.includes(category.code)}
              onChange={(event) =>
                onChange({ ...rule, categories: toggled(chosen, category.code, event.currentTarget.checked) })
              }
            />
            {nameOf(category)}
          </label>
        ))}
      </div>
    </details>
  );
};

const Area = ({ rule, onChange }: PartProps): JSX.Element => {
  const { t } = useWords();
  const whole = useSelect((state) => state.deployment.view?.area ?? null);
  const area = rule.area ?? null;
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={area !== null}
          onChange={(event) => onChange({ ...rule, area: event.currentTarget.checked ? whole : null })}
        />
        {t.notices.area}
      </label>
      {area !== null && <AreaMap area={area} onUse={(used) => onChange({ ...rule, area: used })} />}
    </>
  );
};

const Ways = ({ rule, open, onChange }: PartProps & { open: readonly NoticeWay[] }): JSX.Element => {
  const { t } = useWords();
  return (
    <fieldset class="choices">
      <legend>{t.notices.where}</legend>
      <p class="hint">{open.length === 0 ? t.notices.bellOnly : t.notices.bellAlways}</p>
      {ways
        .filter((way) => open.includes(way) || rule.ways.includes(way))
        .map((way) => (
          <label key={way} class="check">
            <input
              type="checkbox"
              checked={rule.ways.includes(way)}
              onChange={(event) => onChange({ ...rule, ways: toggled(rule.ways, way, event.currentTarget.checked) })}
            />
            {t.notices.ways[way]}
          </label>
        ))}
    </fieldset>
  );
};

interface RuleCardProps extends PartProps {
  number: number;
  open: readonly NoticeWay[];
  onRemove: () => void;
}

export const RuleCard = ({ number, open, onRemove, ...part }: RuleCardProps): JSX.Element => {
  const { t } = useWords();
  const { rule, onChange } = part;
  const least: Severity = rule.severity ?? 'low';
  return (
    <section class="rule-card" aria-label={`${t.notices.rule} ${number}`}>
      <div class="bell-head">
        <h3>
          {t.notices.rule} {number}
        </h3>
        <button type="button" class="button small" onClick={onRemove}>
          {t.common.remove}
        </button>
      </div>
      <Kinds {...part} />
      <Categories {...part} />
      <Area {...part} />
      <div class="field-pair">
        <Field label={t.notices.severity}>
          {(wiring) => (
            <WordSelect
              {...wiring}
              value={least}
              words={severities}
              label={(word) => (word === 'low' ? t.notices.all : t.severity[word])}
              onChange={(severity) => onChange({ ...rule, severity })}
            />
          )}
        </Field>
        <Field label={t.notices.pace}>
          {(wiring) => (
            <WordSelect
              {...wiring}
              value={rule.pace}
              words={paces}
              label={(word) => t.notices.paces[word]}
              onChange={(pace) => onChange({ ...rule, pace })}
            />
          )}
        </Field>
      </div>
      <Ways {...part} open={open} />
    </section>
  );
};
