/** What came of the exercise, to be talked about afterwards. */
import type { Debrief } from '@atesto/contract';
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { fill } from '../texts/forms.js';
import { spanOf } from './span-of.js';

export const DebriefTable = ({ debrief }: { debrief: Debrief }): JSX.Element => {
  const { t } = useWords();
  const span = (seconds: number | null): string => {
    if (seconds === null) return t.training.debrief.none;
    const { unit, count } = spanOf(seconds);
    return fill(t.training.debrief[unit], { count });
  };
  const rows: [label: string, value: string | number][] = [
    [t.training.debrief.received, debrief.received],
    [t.training.debrief.looked, debrief.looked],
    [t.training.debrief.toLook, span(debrief.medianSecondsToLook)],
    [t.training.debrief.decided, debrief.decided],
    [t.training.debrief.toDecide, span(debrief.medianSecondsToDecide)],
    [t.training.debrief.incidents, debrief.incidents],
    [t.training.debrief.duplicates, debrief.duplicates],
  ];
  return (
    <section>
      <h3>{t.training.debrief.title}</h3>
      <p class="hint">{t.training.debrief.hint}</p>
      <dl class="debrief">
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};
