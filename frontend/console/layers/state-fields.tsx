/** The states that areas of a layer can be in, from harmless to worst: names, colour and pattern of each. */
import type { AreaPattern, AreaState } from '@atesto/contract';
import type { JSX } from 'preact';
import { nameIn } from '../../shared/i18n.js';
import { useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { WordSelect } from '../pieces/selects.js';
import { fill } from '../texts/forms.js';
import { Swatch } from './area-dialog.js';

const patterns: readonly AreaPattern[] = ['none', 'dots', 'lines', 'cross'];
const most = 12;
const only: readonly string[] = ['en'];

interface OneProps {
  state: AreaState;
  languages: readonly string[];
  onChange: (part: Partial<AreaState>) => void;
  onRemove: (() => void) | null;
}

const One = ({ state, languages, onChange, onRemove }: OneProps): JSX.Element => {
  const { t, language } = useWords();
  return (
    <div class="state-fields">
      <Swatch state={state} />
      <div class="state-names">
        {languages.map((tag) => (
          <input
            key={tag}
            type="text"
            dir="auto"
            maxLength={120}
            aria-label={fill(t.layers.stateName, { language: tag })}
            placeholder={tag}
            value={state.names[tag] ?? ''}
            onInput={(event) => onChange({ names: { ...state.names, [tag]: event.currentTarget.value } })}
          />
        ))}
      </div>
      <input
        type="color"
        aria-label={t.layers.stateColour}
        value={state.colour}
        onInput={(event) => onChange({ colour: event.currentTarget.value.toLowerCase() })}
      />
      <WordSelect
        aria-label={t.layers.statePattern}
        value={state.pattern}
        words={patterns}
        label={(pattern) => t.layers.patterns[pattern]}
        onChange={(pattern) => onChange({ pattern })}
      />
      <button
        type="button"
        class="button quiet icon-only"
        disabled={onRemove === null}
        aria-label={fill(t.layers.stateRemove, { name: nameIn(state.names, language) })}
        onClick={() => onRemove?.()}
      >
        <Icon name="close" />
      </button>
    </div>
  );
};

/** A code that no other state has; it is never shown. */
const freeCode = (states: readonly AreaState[]): string => {
  for (let number = 1; ; number++) {
    const code = `state-${number}`;
    if (states.every((state) => state.code !== code)) return code;
  }
};

interface StateFieldsProps {
  states: readonly AreaState[];
  onChange: (states: readonly AreaState[]) => void;
}

export const StateFields = ({ states, onChange }: StateFieldsProps): JSX.Element => {
  const { t, language } = useWords();
  const languages = useSelect((state) => state.deployment.view?.languages ?? only);
  const added = (): AreaState => ({
    code: freeCode(states),
    names: { [languages[0] ?? language]: t.layers.stateNew },
    colour: '#7a1f3d',
    pattern: 'lines',
  });
  return (
    <fieldset class="states-fields">
      <legend>{t.layers.states}</legend>
      {states.map((state, at) => (
        <One
          key={state.code}
          state={state}
          languages={languages}
          onChange={(part) => onChange(states.map((one, index) => (index === at ? { ...one, ...part } : one)))}
          onRemove={states.length > 2 ? () => onChange(states.filter((_, index) => index !== at)) : null}
        />
      ))}
      {states.length < most && (
        <button type="button" class="button small" onClick={() => onChange([...states, added()])}>
          <Icon name="plus" size={15} />
          {t.layers.stateAdd}
        </button>
      )}
    </fieldset>
  );
};
