/**
 * Writes bound values into a statement as literals, for COPY alone, which takes no parameters. Strings are quoted by the
 * driver; whatever is neither a plain value nor a list of them is refused. Pure.
 */
import { escapeLiteral } from 'pg';

/** @throws Error for a value that has no literal, or a parameter without a value */
export function withLiterals(sql: string, params: readonly unknown[]): string {
  return sql.replaceAll(/\$(\d+)/g, (_, place: string) => {
    const index = Number(place) - 1;
    if (index >= params.length) throw new Error(`The statement has no value $${place}.`);
    return literalOf(params[index]);
  });
}

function literalOf(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'boolean') return String(value);
  // In brackets, since a minus in front of a number binds weaker than a cast behind it.
  if (typeof value === 'number' && Number.isFinite(value)) return `(${value})`;
  if (typeof value === 'string') return escapeLiteral(value);
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return escapeLiteral(`{${value.map(elementOf).join(',')}}`);
  throw new Error('Only plain values can be written into a statement.');
}

function elementOf(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (typeof value === 'string') return `"${value.replaceAll(/["\\]/g, '\\$&')}"`;
  throw new Error('Only lists of words and numbers can be written into a statement.');
}
