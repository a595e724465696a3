/**
 * Writes `backend/answer-schemas.json`: JSON schemas of all that the API answers, read from the types of the contract by
 * the TypeScript compiler itself. `openapi-answers.spec.ts` fails when the committed file is another one.
 */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './install.mjs';
import { answerSchemas } from './read-answer-types.mjs';

const { build } = await import('./build.mjs');
await build();
const { operations } = await import(pathToFileURL(join(root, 'backend/dist/server/src/openapi-operations.js')).href);
const answers = Object.values(operations).flatMap(({ answer, type }) =>
  answer === undefined || type !== undefined ? [] : [answer],
);
writeFileSync(join(root, 'backend/answer-schemas.json'), `${JSON.stringify(answerSchemas(answers), null, 1)}\n`);
console.log('Wrote backend/answer-schemas.json');
