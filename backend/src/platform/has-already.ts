/** Whether whoever asks has the answer already. Pure. */
const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');

/** By weak comparison: RFC 9110, 13.1.2. */
export const hasAlready = (ifNoneMatch: string | undefined, tag: string): boolean =>
  ifNoneMatch?.split(',').some((one) => opaque(one) === opaque(tag) || one.trim() === '*') === true;
