/**
 * What a statement selects as one piece of bytes, in PostgreSQL's binary COPY format: twice as fast as rows of objects,
 * and nothing is rounded on the way. To be asked for a page at a time, since it is held whole.
 */
import type { Pool } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withLiterals } from './literals.js';

export async function copyOut(pool: Pool, sql: string, params: readonly unknown[]): Promise<Buffer> {
  const client = await pool.connect();
  let isBroken = true;
  // While it is lent, nobody else hears that its connection broke, and what nobody hears ends the process.
  const hear = (): void => undefined;
  client.on('error', hear);
  try {
    const chunks: Buffer[] = [];
    const stream = client.query(copyTo(`copy (${withLiterals(sql, params)}) to stdout (format binary)`));
    for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
    isBroken = false;
    return Buffer.concat(chunks);
  } finally {
    client.off('error', hear);
    client.release(isBroken);
  }
}
