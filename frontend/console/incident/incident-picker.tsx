/** Chooses an incident: near by and recent ones first, any by search. */
import type { IncidentView, Location } from '@atesto/contract';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../shared/problem.js';
import { here } from '../actions/context.js';
import { useCategories, useConsole, useWords } from '../pieces/console-context.js';
import { Ago, CategoryDisc, StatusBadge } from '../pieces/marks.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { categoryOf } from '../queue/category-tree.js';
import { fill } from '../texts/forms.js';
import { boxAround, distanceWords, metresBetween } from './distance.js';

const nearMetres = 5_000;
const typingPauseMs = 200;

interface PickerProps {
  around: Location | null;
  /** The incident that is being merged cannot be its own target. */
  except?: string;
  chosen: string | null;
  onChoose: (id: string) => void;
}

type Found = { incidents: IncidentView[]; problem: Problem | null } | null;

const useIncidents = (q: string, around: Location | null): Found => {
  const { context } = useConsole();
  const [found, setFound] = useState<Found>(null);
  useEffect(() => {
    const stop = new AbortController();
    const load = async (): Promise<IncidentView[]> => {
      const api = here(context);
      if (q !== '') return (await api.incidents({ q, limit: 40 }, stop.signal)).items;
      const near = around && api.incidents({ bbox: boxAround(around, nearMetres), limit: 20 }, stop.signal);
      const pages = await Promise.all([near, api.incidents({ limit: 20 }, stop.signal)]);
      return pages.flatMap((page) => page?.items ?? []);
    };
    const timer = setTimeout(
      () => {
        load().then(
          (incidents) => setFound({ incidents, problem: null }),
          (error: unknown) => stop.signal.aborted || setFound({ incidents: [], problem: asProblem(error) }),
        );
      },
      q === '' ? 0 : typingPauseMs,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q, around?.lat, around?.lon]);
  return found;
};

/** Once each, the nearest first where both places are known. */
export const arranged = (
  incidents: readonly IncidentView[],
  around: Location | null,
  except: string | undefined,
): { incident: IncidentView; metres: number | null }[] => {
  const once = new Map(incidents.map((incident) => [incident.id, incident]));
  return [...once.values()]
    .filter((incident) => incident.id !== except && incident.mergedInto === null)
    .map((incident) => ({
      incident,
      metres: around && incident.location ? metresBetween(around, incident.location) : null,
    }))
    .sort((one, other) => (one.metres ?? Infinity) - (other.metres ?? Infinity) || 0);
};

export const IncidentPicker = ({ around, except, chosen, onChoose }: PickerProps): JSX.Element => {
  const { t, language } = useWords();
  const [q, setQ] = useState('');
  const categories = useCategories();
  const found = useIncidents(q.trim(), around);
  const choices = arranged(found?.incidents ?? [], around, except);
  return (
    <div class="picker">
      <input
        type="search"
        aria-label={t.picker.search}
        placeholder={t.picker.search}
        value={q}
        onInput={(event) => setQ(event.currentTarget.value)}
      />
      <p class="hint" role="status">
        {found === null
          ? t.common.loading
          : choices.length === 0
            ? t.picker.none
            : q
              ? t.picker.results
              : t.picker.near}
      </p>
      <ProblemNote problem={found?.problem ?? null} />
      <div class="picker-list" role="radiogroup" aria-label={t.picker.list}>
        {choices.map(({ incident, metres }) => (
          <label key={incident.id} class="picker-row">
            <input
              type="radio"
              name="incident"
              checked={chosen === incident.id}
              onChange={() => onChoose(incident.id)}
            />
            <CategoryDisc category={categoryOf(categories, incident.category)} size={22} />
            <span class="picker-words">
              <span class="picker-title" dir="auto">
                <span class="muted">#{incident.number}</span> {incident.title}
              </span>
              <span class="picker-meta">
                <StatusBadge status={incident.status} />
                <Ago at={incident.openedAt} />
                {metres !== null && <span>{fill(t.picker.away, { distance: distanceWords(metres, language) })}</span>}
                {incident.place && <span class="cut">{incident.place}</span>}
              </span>
            </span>
          </label>
        ))}
      </div>
    </div>
  );
};
