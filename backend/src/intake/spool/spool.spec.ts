import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportToStore } from '../store-reports.js';
import { Spool } from './spool.js';

const moment = new Date('2026-05-04T03:02:01.000Z');

const reportOf = (id: string): ReportToStore => ({
  report: {
    deploymentId: 'one',
    id,
    channel: 'web',
    externalId: id,
    text: 'Dry \u{1F4A7}',
    categoryId: null,
    lon: 1,
    lat: 2,
    accuracy: null,
    place: null,
    language: 'en',
    observedAt: moment,
    receivedAt: moment,
    answers: '{}',
    mediaExpected: 0,
    quarantined: false,
    sealed: Buffer.from([0, 255]),
    addressName: null,
  },
  media: [],
});

let dataDir: string;
let stored: ReportToStore[];
const store = (all: readonly ReportToStore[]): Promise<void> => Promise.resolve(void stored.push(...all));
const idsOf = (all: readonly ReportToStore[]): string[] => all.map(({ report }) => report.id).sort();
const files = (): string[] =>
  readdirSync(join(dataDir, 'spool'), { recursive: true }).filter((name) => String(name).endsWith('.log')) as string[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'atesto-spool-'));
  stored = [];
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('the spool', () => {
  it('gives back what was missed as it was, and then keeps nothing', async () => {
    const spool = new Spool({ dataDir });
    const missed = await Promise.all(['a', 'b', 'c'].map((id) => spool.keep(reportOf(id))));
    expect(spool.hasMissing).toBe(false);
    for (const miss of missed) miss();
    expect([spool.hasMissing, files().length]).toEqual([true, 1]);
    await spool.settle(store, false);
    expect(stored.toSorted((one, other) => (one.report.id < other.report.id ? -1 : 1))).toEqual(
      ['a', 'b', 'c'].map(reportOf),
    );
    expect([spool.hasMissing, files()]).toEqual([false, []]);
  });

  it('keeps all while the database is still away', async () => {
    const spool = new Spool({ dataDir });
    (await spool.keep(reportOf('a')))();
    const away = Object.assign(new Error('away'), { code: 'ECONNREFUSED' });
    await expect(spool.settle(() => Promise.reject(away), false)).rejects.toThrow('away');
    (await spool.keep(reportOf('b')))();
    expect([spool.hasMissing, files().length]).toEqual([true, 2]);
    await spool.settle(store, false);
    expect([idsOf(stored), files()]).toEqual([['a', 'b'], []]);
  });

  it('sets aside what the database refuses, and holds up nothing for it', async () => {
    const spool = new Spool({ dataDir });
    (await spool.keep(reportOf('a')))();
    await expect(spool.settle(() => Promise.reject(new Error('refused')), false)).rejects.toThrow('refused');
    (await spool.keep(reportOf('b')))();
    await spool.settle(store, false);
    expect([idsOf(stored), spool.hasMissing, files().length]).toEqual([['b'], false, 1]);
  });

  it('takes reports while others are read into the database', async () => {
    const spool = new Spool({ dataDir });
    (await spool.keep(reportOf('a')))();
    const late: Promise<void>[] = [];
    await spool.settle(async (all) => {
      late.push(spool.keep(reportOf('b')).then((miss) => miss()));
      await Promise.all(late);
      await store(all);
    }, false);
    expect([idsOf(stored), spool.hasMissing]).toEqual([['a'], true]);
    await spool.settle(store, false);
    expect([idsOf(stored), files()]).toEqual([['a', 'b'], []]);
  });

  it('leaves alone what belongs to a process that lives', async () => {
    const [spool, other] = [new Spool({ dataDir }), new Spool({ dataDir })];
    (await spool.keep(reportOf('a')))();
    await other.settleLeft(store, null);
    expect([stored, files().length]).toEqual([[], 1]);
  });

  it('settles what an ended process left, and keeps it where it must be kept', async () => {
    const [ended, spool] = [new Spool({ dataDir }), new Spool({ dataDir })];
    await ended.keep(reportOf('a'));
    await ended.onApplicationShutdown();
    await spool.settleLeft(store, Date.now() - 60_000);
    await spool.settleLeft(store, Date.now() - 60_000);
    expect([idsOf(stored), files().length]).toEqual([['a', 'a'], 1]);
    await spool.settleLeft(store, null);
    expect([files(), existsSync(join(dataDir, 'spool'))]).toEqual([[], true]);
  });
});
