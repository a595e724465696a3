/** The filters in words, for paper and for those who are sent an address. Pure. */
import type { IncidentStatus, Severity } from '@atesto/contract';
import type { Filters } from '../address.js';
import type { Context } from '../context.js';

type Words = Pick<Context, 'texts' | 'formats' | 'categoryName'>;

/** One line a kind of filter, none where nothing is filtered. */
export function filterWords(filters: Filters, { texts, formats, categoryName }: Words): string[] {
  const { filters: says, severities, statuses } = texts;
  const category = (code: string): string => (code === 'none' ? says.noCategory : categoryName(code));
  const moment = (minute: string | null, words: string): string =>
    minute === null ? '' : `${words} ${formats.dateTime(minute)}`;
  const between = [moment(filters.from, says.from), moment(filters.to, says.to)].filter((part) => part !== '');
  const time = filters.since === 'any' ? between.join(' – ') : says.since[filters.since];
  const kinds: [string, string][] = [
    [says.category, filters.categories.map(category).join(', ')],
    [says.severity, filters.severities.map((one) => severities[one as Severity] ?? one).join(', ')],
    [says.status, filters.statuses.map((one) => statuses[one as IncidentStatus] ?? one).join(', ')],
    [says.time, time],
  ];
  return kinds.flatMap(([kind, words]) => (words === '' ? [] : [`${kind}: ${words}`]));
}
