/** The committed schemas of answers are what the contract's types say. */
import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { answerSchemas } from '../tools/read-answer-types.mjs';
import { keyOfAnswer, readAnswerSchemas } from './openapi-answers.js';
import { operations } from './openapi-operations.js';

const told = Object.values(operations).flatMap(({ answer, type }) =>
  answer === undefined || type !== undefined ? [] : [answer],
);

describe('the schemas of answers', () => {
  it('are those of the contract (node backend/tools/answer-schemas.mjs writes them)', () => {
    expect(readAnswerSchemas()).toEqual(answerSchemas(told));
  });

  it('have a key each', () => {
    const answers = [...new Set(told)];
    expect(new Set(answers.map(keyOfAnswer)).size).toBe(answers.length);
    expect(keyOfAnswer('Page<ReportView>')).toBe('Page.ReportView');
  });
});
