/** The open queue as likely events: what surely tells of the same, confirmed at once. */
import type { LikelyEventsView } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Problem } from '../../shared/problem.js';
import { here, noteProblem, slugOf } from '../actions/context.js';
import { roomOf } from '../address/address.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { RoomDialogs } from '../room/room-dialogs.js';
import { EventCard } from './event-card.js';

interface Found {
  view: LikelyEventsView | null;
  problem: Problem | null;
  /** Each look has cards of its own. */
  look: number;
}

const useEvents = (): Found & { again: () => void } => {
  const { context } = useConsole();
  const [found, setFound] = useState<Found>({ view: null, problem: null, look: 0 });
  const [wanted, setWanted] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    here(context)
      .likelyEvents(stop.signal)
      .then(
        (view) => setFound({ view, problem: null, look: wanted }),
        (error: unknown) => {
          if (!stop.signal.aborted) setFound({ view: null, problem: noteProblem(context, error), look: wanted });
        },
      );
    return () => stop.abort();
  }, [wanted]);
  const again = (): void => {
    setFound({ view: null, problem: null, look: wanted });
    setWanted(wanted + 1);
  };
  return { ...found, again };
};

const Looked = ({ view }: { view: LikelyEventsView }): JSX.Element => {
  const { t, plural } = useWords();
  const words = t.duplicates.events;
  const parts = [
    plural(view.total, words.count),
    ...(view.events.length < view.total ? [words.shown] : []),
    plural(view.looked, words.looked),
    ...(view.more ? [words.more] : []),
  ];
  return (
    <p class="muted" role="status">
      {parts.join(' · ')}
    </p>
  );
};

export const EventsScreen = (): JSX.Element => {
  const { context, words } = useConsole();
  const slug = useSelect((state) => slugOf(state.address)) ?? '';
  const { events } = words.t.duplicates;
  const { view, problem, look, again } = useEvents();
  return (
    <main class="page">
      <div class="page-head">
        <button type="button" class="button quiet" onClick={() => context.go(roomOf(slug))}>
          <Icon name="left" />
          {events.toRoom}
        </button>
        <h2>{events.title}</h2>
        <button type="button" class="button" disabled={view === null && problem === null} onClick={again}>
          {events.again}
        </button>
      </div>
      <p>{events.lead}</p>
      {problem !== null ? (
        <ProblemNote problem={problem} retry={again} />
      ) : view === null ? (
        <p class="muted" role="status">
          {events.loading}
        </p>
      ) : (
        <>
          <Looked view={view} />
          {view.total === 0 && <p class="note">{events.none}</p>}
          {view.events.map((event) => (
            <EventCard key={`${look} ${event.reports[0]?.id}`} event={event} />
          ))}
        </>
      )}
      <RoomDialogs />
    </main>
  );
};
