/** The part of a file that a player asks for, after RFC 9110. Several parts at once are answered with the whole. Pure. */

export interface ByteRange {
  start: number;
  /** Not part of it any more. */
  end: number;
}

/** `null` for the whole, `'unsatisfiable'` for a part that the file does not have. */
export function byteRangeOf(header: string | undefined, length: number): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return null;
  if (first === '') {
    const count = Math.min(Number(last), length);
    return count === 0 ? 'unsatisfiable' : { start: length - count, end: length };
  }
  const start = Number(first);
  if (last !== '' && Number(last) < start) return null;
  if (start >= length) return 'unsatisfiable';
  return { start, end: last === '' ? length : Math.min(Number(last) + 1, length) };
}
