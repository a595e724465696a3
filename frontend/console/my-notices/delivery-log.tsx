/** What was sent to one, and what became of it: a notice that did not come is seen here with its reason. */
import type { JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { Moment } from '../pieces/marks.js';
import { OlderButton } from '../pieces/older-button.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { usePages } from '../pieces/use-pages.js';
import { fill } from '../texts/forms.js';

export const DeliveryLog = (): JSX.Element => {
  const { t } = useWords();
  const { items, next, problem, load } = usePages((api, cursor) => api.noticeDeliveries(cursor));
  return (
    <section>
      <h3>{t.notices.log}</h3>
      <ProblemNote problem={problem} retry={() => void load(null)} />
      {items?.length === 0 && <p class="muted">{t.notices.logEmpty}</p>}
      <ul class="plain-list delivery-log">
        {items?.map((one) => (
          <li key={`${one.at} ${one.way} ${one.state}`}>
            <span>
              <Moment at={one.at} /> · {t.notices.ways[one.way]} · {fill(t.notices.count, { count: one.notices })}
            </span>
            <span class={one.state === 'failed' ? 'delivery-failed' : 'muted'}>
              {t.notices.states[one.state]}
              {one.detail !== null && ` – ${one.detail}`}
            </span>
          </li>
        ))}
      </ul>
      <OlderButton next={next} load={load} />
    </section>
  );
};
