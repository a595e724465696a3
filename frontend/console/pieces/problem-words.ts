/** A problem in words that help: what happened and what to do, in the reader's language. */
import type { Problem } from '../../shared/problem.js';
import { fill } from '../texts/forms.js';
import type { Texts } from '../texts/texts.js';

export const problemWords = (problem: Problem, t: Texts): string => {
  const detail = problem.detail ?? problem.title;
  if (problem.status === 0) return t.problem.unreachable;
  if (problem.status === 403) return t.problem.forbidden;
  if (problem.status === 404) return t.problem.notFound;
  if (problem.status === 409) return fill(t.problem.conflict, { detail });
  if (problem.status === 412) return t.problem.stale;
  if (problem.status === 422) return problem.errors.length > 0 ? t.problem.invalid : fill(t.problem.other, { detail });
  if (problem.status === 429) return t.problem.tooMany;
  if (problem.status >= 500) return t.problem.fault;
  return fill(t.problem.other, { detail });
};
