/** Filters as they stand in an address, kept with a profile or a job. Pure. */
import { IncidentFilter } from '@atesto/contract';
import { invalidInput, Problem, validated } from '../../platform/index.js';

/** @throws Problem 422 for what is no filter of the incident list */
export function readFilter(text: string): IncidentFilter {
  const said = [...new URLSearchParams(text)];
  const names = said.map(([name]) => name);
  if (new Set(names).size < names.length) throw wrong('names a filter twice');
  try {
    return validated(IncidentFilter, Object.fromEntries(said));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    throw wrong(
      error.errors?.map(({ pointer, detail }) => `${pointer.slice(1)}: ${detail}`).join('; ') ?? 'is no filter',
    );
  }
}

const wrong = (detail: string): Problem => invalidInput([{ pointer: '/filter', detail }]);
