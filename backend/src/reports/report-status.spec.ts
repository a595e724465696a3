import { describe, expect, it } from '@jest/globals';
import { reportStatuses, type ReportStatus } from '@atesto/contract';
import { nextReportStatus, type ReportAction } from './report-status.js';

const no = null;
/** The whole table, written down a second time: rows are actions, columns the states in their order. */
const table: [ReportAction, ...(ReportStatus | null)[]][] = [
  //          new          in_review      needs_info    verified    rejected
  ['claim', 'in_review', 'in_review', 'in_review', no, no],
  ['release', no, 'new', 'needs_info', no, no],
  ['verify', no, 'verified', 'verified', no, no],
  ['reject', no, 'rejected', 'rejected', no, no],
  ['ask', no, 'needs_info', 'needs_info', no, no],
  ['answer', 'new', 'in_review', 'in_review', 'verified', 'rejected'],
  ['reopen', no, no, 'new', 'new', 'new'],
];

const cases = table.flatMap(([action, ...results]) =>
  results.map((result, index) => [action, reportStatuses[index] as ReportStatus, result] as const),
);

describe('the states of a report', () => {
  it('are all in the table', () => {
    expect(cases).toHaveLength(7 * reportStatuses.length);
  });

  it.each(cases)('%s of one that is %s leads to %s', (action, from, to) => {
    expect(nextReportStatus(from, action)).toBe(to);
  });
});
