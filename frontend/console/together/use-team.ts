/** Who belongs to the team of the open deployment: loaded when first needed, and again after a while. */
import { useEffect, useState } from 'preact/hooks';
import type { PersonRef } from '@atesto/contract';
import { here, slugOf, type Context } from '../actions/context.js';
import { useConsole } from '../pieces/console-context.js';

export interface Team {
  people: readonly PersonRef[];
  /** Those of them whose work something can be; a viewer only looks. */
  workers: readonly PersonRef[];
  organisations: readonly PersonRef[];
}

const freshMs = 60_000;
let kept: { slug: string; at: number; team: Promise<Team> } | null = null;

const load = async (context: Context): Promise<Team> => {
  const [members, organisations] = await Promise.all([here(context).members(), context.api.organisations()]);
  const { items, administrators } = members;
  const others = administrators.filter(({ id }) => !items.some(({ user }) => user.id === id));
  const named = (some: typeof items): PersonRef[] => some.map(({ user: { id, name } }) => ({ id, name }));
  const workers = items.filter(
    ({ role, user }) => role !== 'viewer' || administrators.some(({ id }) => id === user.id),
  );
  return { people: [...named(items), ...others], workers: [...named(workers), ...others], organisations };
};

const teamOf = (context: Context): Promise<Team> => {
  const slug = slugOf(context.store.get().address) ?? '';
  if (kept?.slug === slug && Date.now() - kept.at < freshMs) return kept.team;
  const team = load(context);
  team.catch(() => (kept = null));
  kept = { slug, at: Date.now(), team };
  return team;
};

/** Null until it is there, and where it cannot be had. */
export const useTeam = (): Team | null => {
  const { context } = useConsole();
  const [team, setTeam] = useState<Team | null>(null);
  useEffect(() => {
    let isHere = true;
    teamOf(context).then(
      (found) => isHere && setTeam(found),
      () => undefined,
    );
    return () => void (isHere = false);
  }, []);
  return team;
};
