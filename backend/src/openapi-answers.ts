/**
 * JSON schemas of all that is answered, as `backend/tools/answer-schemas.mjs` read them from the types of the contract.
 * The committed file lies beside the sources, and beside the compiled server.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from './openapi-schemas.js';

export interface AnswerSchemas {
  /** By the words of the type as an operation says it. */
  answers: Record<string, Schema>;
  schemas: Record<string, Schema>;
}

export function readAnswerSchemas(): AnswerSchemas {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../answer-schemas.json'), 'utf8')) as AnswerSchemas;
}

/** `Page<ReportView>` as a key of the description. */
export const keyOfAnswer = (answer: string): string => answer.match(/\w+/g)?.join('.') ?? 'Answer';
