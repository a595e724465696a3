/** The other ways to report, one below the other: which kind, and under which number or address. */
import type { JSX } from 'preact';
import { reportLineKinds } from '../address/words.js';
import { useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { WordSelect } from '../pieces/selects.js';
import { fill } from '../texts/forms.js';
import type { PolicyFieldsProps } from './policy-fields.js';

const most = 10;

export const LineFields = ({ policy, faultAt, onChange }: PolicyFieldsProps): JSX.Element => {
  const { t } = useWords();
  const words = t.settings.deployment;
  const { lines } = policy;
  const put = (next: typeof lines): void => onChange({ ...policy, lines: next });
  const patch = (at: number, part: Partial<(typeof lines)[number]>): void =>
    put(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  return (
    <fieldset class="report-lines">
      <legend>{words.lines}</legend>
      <p class="hint">{words.linesHint}</p>
      {lines.map(({ kind, address }, at) => {
        const number = at + 1;
        const fault = faultAt(`/policy/lines/${at}/address`);
        return (
          <div key={at} class="report-line">
            <WordSelect
              aria-label={fill(words.lineKind, { number })}
              value={kind}
              words={reportLineKinds}
              label={(word) => t.channel[word]}
              onChange={(chosen) => patch(at, { kind: chosen })}
            />
            <input
              type="text"
              dir="ltr"
              maxLength={100}
              autoComplete="off"
              aria-label={fill(words.lineAddress, { number })}
              aria-invalid={fault !== null}
              value={address}
              onInput={(event) => patch(at, { address: event.currentTarget.value })}
            />
            <button
              type="button"
              class="button quiet icon-only"
              aria-label={fill(words.lineRemove, { number })}
              onClick={() => put(lines.filter((_, index) => index !== at))}
            >
              <Icon name="close" />
            </button>
            {fault && (
              <p class="fault" role="alert">
                {fault}
              </p>
            )}
          </div>
        );
      })}
      {lines.length < most && (
        <button type="button" class="button small" onClick={() => put([...lines, { kind: 'sms', address: '' }])}>
          <Icon name="plus" size={15} />
          {words.lineAdd}
        </button>
      )}
    </fieldset>
  );
};
