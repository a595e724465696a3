/** Words of which any number may be chosen, as buttons that stay down. */
import type { JSX } from 'preact';

interface ToggleProps<Word extends string> {
  legend: string;
  words: readonly Word[];
  chosen: readonly string[];
  label: (word: Word) => string;
  onChange: (chosen: Word[]) => void;
}

export const Toggles = <Word extends string>({
  legend,
  words,
  chosen,
  label,
  onChange,
}: ToggleProps<Word>): JSX.Element => (
  <fieldset class="toggles">
    <legend>{legend}</legend>
    {words.map((word) => {
      const on = chosen.includes(word);
      return (
        <button
          key={word}
          type="button"
          class="toggle"
          aria-pressed={on}
          onClick={() => onChange(words.filter((one) => (one === word ? !on : chosen.includes(one))))}
        >
          {label(word)}
        </button>
      );
    })}
  </fieldset>
);
