/** The coordinator's board: calm tiles over the period that is chosen, live. */
import type { JSX } from 'preact';
import { boardPeriods, roomOf } from '../address/address.js';
import { useConsole, useSelect } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { DaysPart, OrganisationsPart } from './days-part.js';
import { CategoriesPart, ChannelsPart, IncidentsPart, OpenPart, TimesPart, WorkPart } from './parts.js';
import { PlacesPart } from './places-part.js';
import { useOverview } from './use-overview.js';

export const BoardScreen = (): JSX.Element | null => {
  const { context, words } = useConsole();
  const { t, format } = words;
  const address = useSelect((state) => state.address);
  const slug = address.screen === 'board' ? address.slug : '';
  const period = address.screen === 'board' ? address.period : '24h';
  const { overview, problem } = useOverview(slug, period);
  if (address.screen !== 'board') return null;
  return (
    <main class="board">
      <header class="board-head">
        <button type="button" class="button quiet" onClick={() => context.go(roomOf(slug))}>
          <Icon name="left" />
          {t.settings.toRoom}
        </button>
        <h2>{t.board.title}</h2>
        <div class="toggles" role="group" aria-label={t.board.period}>
          {boardPeriods.map((one) => (
            <button
              key={one}
              type="button"
              class="toggle"
              aria-pressed={one === period}
              onClick={() => context.go({ ...address, period: one }, 'replace')}
            >
              {t.board.periods[one]}
            </button>
          ))}
        </div>
        <span class="spacer" />
        <button type="button" class="button" onClick={() => context.go({ screen: 'shift', slug, from: '', to: '' })}>
          {t.shift.title}
        </button>
        <button type="button" class="button" onClick={() => context.go({ screen: 'situation', slug })}>
          {t.situation.title}
        </button>
      </header>
      <ProblemNote problem={problem} />
      {overview === null && problem === null && <p class="muted">{t.common.loading}</p>}
      {overview !== null && (
        <>
          <div class="tiles">
            {[OpenPart, TimesPart, WorkPart, IncidentsPart, ChannelsPart, CategoriesPart].map((Part, at) => (
              <Part key={at} slug={slug} overview={overview} />
            ))}
            <PlacesPart slug={slug} overview={overview} />
            <DaysPart slug={slug} overview={overview} />
            <OrganisationsPart slug={slug} overview={overview} />
          </div>
          <p class="muted board-counted">{t.board.countedAt.replace('{time}', format.dateTime(overview.countedAt))}</p>
        </>
      )}
    </main>
  );
};
