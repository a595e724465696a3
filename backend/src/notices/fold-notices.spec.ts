import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../test/support/samples.js';
import { foldNotices, type ToldNotice } from './fold-notices.js';

const storm = { slug: 'storm', name: 'Storm' };
const notice = (parts: Partial<ToldNotice> = {}): ToldNotice => ({
  kind: 'report',
  subject: { kind: 'report', id: idOf(1) },
  number: null,
  category: 'Flood',
  severity: 'normal',
  ...parts,
});
const many = (count: number, parts: Partial<ToldNotice> = {}): ToldNotice[] =>
  Array.from({ length: count }, () => notice(parts));

describe('a message', () => {
  it('says the one thing that happened, and leads there', () => {
    const incident = {
      kind: 'incident',
      subject: { kind: 'incident', id: idOf(2) },
      number: 7,
      severity: 'high',
    } as const;
    expect(foldNotices([notice(incident)], storm, 'en')).toEqual({
      subject: 'Storm: New incident #7: Flood, high',
      lines: ['New incident #7: Flood, high'],
      path: `/console/storm?incident=${idOf(2)}`,
    });
    expect(foldNotices([notice({ category: null })], storm, 'de').lines).toEqual([
      'Neue Meldung: ohne Kategorie, normal',
    ]);
  });

  it('folds a storm into one line with the worst of it, and leads to the room', () => {
    const told = foldNotices(
      [...many(36), notice({ severity: 'critical' }), notice({ category: 'Fire' })],
      storm,
      'en',
    );
    expect(told).toEqual({
      subject: 'Storm: 38 notices',
      lines: ['37 new reports: Flood, critical', 'New report: Fire, normal'],
      path: '/console/storm',
    });
  });

  it('stays short', () => {
    const kinds = Array.from({ length: 30 }, (_, index) => notice({ category: `Kind ${index}` }));
    const { lines } = foldNotices(kinds, storm, 'en');
    expect([lines.length, lines.at(-1)]).toEqual([13, 'and 18 more']);
  });
});
