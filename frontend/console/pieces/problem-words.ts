/** A problem in words that help: what happened and what to do, in the reader's language. */
import type { Problem } from '../../shared/problem.js';
import { fill } from '../texts/forms.js';
import type { Texts } from '../texts/texts.js';

/** What the server says is English; of what kind it is, every language can say. */
const detailOf = ({ type, detail, title }: Problem, t: Texts): string => {
  const known = Object.entries(t.problem.kinds).find(([kind]) => type === `/problems/${kind}`);
  return known?.[1] ?? detail ?? title;
};

export const problemWords = (problem: Problem, t: Texts): string => {
  const detail = detailOf(problem, t);
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
