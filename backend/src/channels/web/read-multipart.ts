/** Reads a multipart report: a JSON part `report`, or the fields of the plain form, and photos as `media` parts. */
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../../platform/index.js';

export interface MultipartReport {
  fields: Record<string, string>;
  uploads: Buffer[];
}

export const largestUploadBytes = 20 * 1024 * 1024;
export const mostUploads = 8;

const limits = { fileSize: largestUploadBytes, files: mostUploads, fields: 40, fieldSize: 64 * 1024, parts: 48 };

/** `fields` is filled as they come, so that they are known even when a later part is refused. */
export async function readMultipart(
  request: FastifyRequest,
  fields: Record<string, string> = {},
): Promise<MultipartReport> {
  const uploads: Buffer[] = [];
  for await (const part of request.parts({ limits })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      // A form without a chosen file sends an empty one.
      if (part.fieldname === 'media' && bytes.length > 0) uploads.push(bytes);
    } else if (typeof part.value === 'string') {
      fields[part.fieldname] = part.value;
    }
  }
  return { fields, uploads };
}

/** @throws Problem 400 for a part that is missing or is not JSON */
export function jsonPart(fields: Record<string, string>): unknown {
  try {
    return JSON.parse(fields['report'] ?? '');
  } catch {
    throw new Problem(400, 'malformed', 'Malformed request', 'The part "report" must be JSON.');
  }
}
