import { BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { notFound, Problem } from './problem.js';
import { problemOf } from './problem-filter.js';

const coded = (code: string, rest: object = {}): Error =>
  Object.assign(new Error('secret value 4711'), { code, ...rest });

describe('what is thrown becomes a problem', () => {
  it('as it is when it is one', () => {
    const problem = notFound('report');
    expect(problemOf(problem)).toBe(problem);
  });

  it.each([
    ['23505', 409],
    ['23503', 409],
    ['40001', 503],
    ['40P01', 503],
    ['57P01', 503],
    ['53300', 503],
    ['08006', 503],
    ['22P02', 422],
    ['42601', 500],
    ['ECONNREFUSED', 503],
    ['ENOENT', 503],
    ['EACCES', 500],
  ])('by its code %s: %i', (code, status) => {
    expect(problemOf(coded(code)).status).toBe(status);
    expect(problemOf(coded('x', { driverError: { code } })).status).toBe(
      /^E/.test(code) && status === 500 ? 500 : status,
    );
  });

  it("by the framework's status, with a kind of ours", () => {
    expect(problemOf(new BadRequestException('no'))).toMatchObject({ status: 400, kind: 'malformed' });
    expect(problemOf(new NotFoundException('Cannot GET /secret'))).toMatchObject({
      status: 404,
      detail: 'There is nothing at this address.',
    });
    expect(problemOf(new HttpException('tea', 418))).toMatchObject({ status: 418, kind: 'refused' });
    expect(problemOf(Object.assign(new Error('large'), { statusCode: 413 })).status).toBe(413);
  });

  it('without its message when nobody knows it', () => {
    const faults = [new Error('secret value 4711'), coded('XX000'), 'secret value 4711', null, undefined, 5];
    for (const fault of [...faults, Object.assign(new Error('secret value 4711'), { statusCode: 502 })]) {
      const problem = problemOf(fault);
      expect(problem.status).toBe(500);
      expect(JSON.stringify(problem.toBody())).not.toContain('4711');
    }
  });

  it('without the value that a database refused', () => {
    expect(JSON.stringify(problemOf(coded('22P02')).toBody())).not.toContain('4711');
    expect(JSON.stringify(problemOf(coded('23505')).toBody())).not.toContain('4711');
  });

  it('with its type as a path and without empty fields', () => {
    expect(new Problem(409, 'odd', 'Odd').toBody()).toEqual({ type: '/problems/odd', title: 'Odd', status: 409 });
  });
});
