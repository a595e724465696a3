/** Values out of JSON that somebody else wrote: nothing about them is sure. Pure. */

/** Numbers too, as some providers write their ids; empty for everything else. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

/** Empty for what is no object. */
export const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

/** The objects of a list, at most `most`. */
export const listOf = (value: unknown, most = 200): Record<string, unknown>[] =>
  Array.isArray(value) ? value.slice(0, most).map(recordOf) : [];
