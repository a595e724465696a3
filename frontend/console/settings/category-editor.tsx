/** One category of the tree: a line, and below it the fields when it is open. */
import type { Category } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { nameIn } from '../../shared/i18n.js';
import { categoryIcons } from '../address/words.js';
import { useWords } from '../pieces/console-context.js';
import { Field } from '../pieces/field.js';
import { Icon } from '../pieces/icon.js';
import { CategoryDisc } from '../pieces/marks.js';
import { fill } from '../texts/forms.js';
import type { CategoryDraft } from './category-draft.js';

export interface CategoryEditorProps {
  draft: CategoryDraft;
  depth: number;
  bad: boolean;
  languages: readonly string[];
  parents: readonly CategoryDraft[];
  onPatch: (part: Partial<Category>) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
}

const Names = ({ draft, languages, onPatch }: CategoryEditorProps): JSX.Element => {
  const { t } = useWords();
  return (
    <div class="field-pair">
      {languages.map((language) => (
        <Field key={language} label={fill(t.settings.categories.name, { language })}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              lang={language}
              dir="auto"
              maxLength={200}
              value={draft.names[language] ?? ''}
              onInput={(event) => onPatch({ names: { ...draft.names, [language]: event.currentTarget.value } })}
            />
          )}
        </Field>
      ))}
    </div>
  );
};

const Look = ({ draft, onPatch }: CategoryEditorProps): JSX.Element => {
  const { t } = useWords();
  return (
    <div class="field-pair">
      <Field label={t.settings.categories.colour}>
        {(wiring) => (
          <input
            {...wiring}
            type="color"
            value={draft.colour}
            onInput={(event) => onPatch({ colour: event.currentTarget.value.toLowerCase() })}
          />
        )}
      </Field>
      <Field label={t.settings.categories.icon}>
        {(wiring) => (
          <select {...wiring} value={draft.icon} onChange={(event) => onPatch({ icon: event.currentTarget.value })}>
            {categoryIcons.map((icon) => (
              <option key={icon} value={icon}>
                {t.settings.categories.icons[icon]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
};

const Place = ({ draft, parents, onPatch }: CategoryEditorProps): JSX.Element => {
  const { t, language } = useWords();
  return (
    <div class="field-pair">
      <Field label={t.settings.categories.parent}>
        {(wiring) => (
          <select
            {...wiring}
            value={draft.parent ?? ''}
            onChange={(event) => onPatch({ parent: event.currentTarget.value || null })}
          >
            <option value="">{t.settings.categories.top}</option>
            {parents.map((one) => (
              <option key={one.key} value={one.code}>
                {nameIn(one.names, language) || one.code}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.settings.categories.code} hint={draft.fresh ? t.settings.categories.codeHint : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            autoCapitalize="none"
            maxLength={100}
            readOnly={!draft.fresh}
            value={draft.code}
            onInput={(event) => onPatch({ code: event.currentTarget.value.toLowerCase() })}
          />
        )}
      </Field>
    </div>
  );
};

const Fields = (props: CategoryEditorProps): JSX.Element => {
  const { t } = useWords();
  return (
    <div class="category-fields">
      <Names {...props} />
      <Look {...props} />
      <Place {...props} />
      <label class="check with-hint">
        <input
          type="checkbox"
          checked={props.draft.sensitive}
          onChange={(event) => props.onPatch({ sensitive: event.currentTarget.checked })}
        />
        <span>
          {t.settings.categories.sensitive}
          <span class="hint">{t.settings.categories.sensitiveHint}</span>
        </span>
      </label>
    </div>
  );
};

export const CategoryEditor = (props: CategoryEditorProps): JSX.Element => {
  const { t, language } = useWords();
  const { draft, depth, bad, onMove, onRemove } = props;
  const [open, setOpen] = useState(draft.fresh);
  const name = nameIn(draft.names, language) || draft.code || '–';
  return (
    <li class="category-line" data-bad={bad} style={{ marginInlineStart: `${depth * 28}px` }}>
      <div class="category-head">
        <button type="button" class="category-open" aria-expanded={open} onClick={() => setOpen(!open)}>
          <CategoryDisc category={draft} />
          <span dir="auto">{name}</span>
          {draft.sensitive && <Icon name="lock" size={15} />}
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={fill(t.settings.categories.up, { name })}
          onClick={() => onMove(-1)}
        >
          <Icon name="up" />
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={fill(t.settings.categories.down, { name })}
          onClick={() => onMove(1)}
        >
          <Icon name="down" />
        </button>
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={fill(t.settings.categories.removeLabel, { name })}
          onClick={onRemove}
        >
          <Icon name="close" />
        </button>
      </div>
      {open && <Fields {...props} />}
    </li>
  );
};
