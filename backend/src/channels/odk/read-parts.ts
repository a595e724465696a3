/** The parts of a submission: the filled form, and files in any order, some of which may come with a later request. */
import '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { longestInstance } from './read-instance.js';

export interface Attachment {
  /** As it stands in the form, without any folder. */
  name: string;
  bytes: Buffer;
}

export interface SubmissionParts {
  form: Buffer;
  attachments: Attachment[];
}

const formPart = 'xml_submission_file';
/** More than we say we accept, since one file may be larger than that; it is all in memory. */
const mostBytes = 48 * 1024 * 1024;
const limits = { fileSize: 20 * 1024 * 1024, files: 101, fields: 40, fieldSize: longestInstance, parts: 141 };

export class TooLarge extends Error {}

/** A sentence about what is wrong, or the parts. @throws TooLarge */
export async function readParts(request: FastifyRequest): Promise<SubmissionParts | string> {
  if (!request.isMultipart()) return 'A submission is sent as multipart/form-data.';
  let form: Buffer | null = null;
  let length = 0;
  const attachments: Attachment[] = [];
  for await (const part of request.parts({ limits })) {
    const bytes = part.type === 'file' ? await part.toBuffer() : Buffer.from(String(part.value));
    length += bytes.length;
    if (length > mostBytes) throw new TooLarge();
    if (part.fieldname === formPart) form = bytes;
    else if (part.type === 'file') attachments.push({ name: plainName(part.filename || part.fieldname), bytes });
  }
  return form === null ? `The part ${formPart} is missing.` : { form, attachments };
}

const plainName = (name: string): string => name.split(/[/\\]/).at(-1) ?? name;
