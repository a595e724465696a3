/** The body of a request: a form, as the standard says, or with pictures in it, as apps send them. */
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { mostPhotos } from '@atesto/contract';
import type { Call } from '../../gateways/index.js';
import { fieldsOf, type Fields } from './read-request.js';

export interface Posted {
  fields: Fields;
  pictures: Buffer[];
}

const limits = {
  fileSize: 20 * 1024 * 1024,
  files: mostPhotos,
  fields: 100,
  fieldSize: 64 * 1024,
  parts: 100 + mostPhotos,
};

/** @throws for what is cut off or larger than it may be */
export async function readPosted(request: FastifyRequest, { body, query }: Call): Promise<Posted> {
  const entries: [string, string][] = [];
  // Some clients put the key behind the question mark.
  if (query['api_key'] !== undefined) entries.push(['api_key', query['api_key']]);
  if (!request.isMultipart())
    return { fields: fieldsOf([...entries, ...new URLSearchParams(body.text())]), pictures: [] };
  const pictures: Buffer[] = [];
  for await (const part of request.parts({ limits })) {
    if (part.type === 'field') entries.push([part.fieldname, String(part.value)]);
    else {
      const bytes = await part.toBuffer();
      // A form without a chosen file sends an empty one.
      if (bytes.length > 0) pictures.push(bytes);
    }
  }
  return { fields: fieldsOf(entries), pictures };
}
