import { describe, expect, it } from '@jest/globals';
import type { JournalKind } from '@atesto/contract';
import { publicHistoryOf, type HistoryFacts } from './public-history.js';
import type { Entry, Stage } from './public-stages.js';

const sensitive = new Set(['abuse']);
const maySee = (fourEyes: boolean) => (stage: Stage) =>
  stage.visibility !== 'internal' && !sensitive.has(stage.category ?? '') && (stage.isSeconded !== false || !fourEyes);

type Step = [kind: JournalKind, data?: Record<string, unknown>];

/** A transaction each, a minute after the other. */
const entriesOf = (steps: Step[]): Entry[] =>
  steps.map(([kind, data = {}], at) => ({
    seq: String(at + 1),
    cursor: `${100 + at}.${at + 1}`,
    kind,
    at: new Date(Date.UTC(2026, 1, 3, 10, at)),
    data,
  }));

function told(steps: Step[], facts: Partial<HistoryFacts> & { fourEyes?: boolean } = {}): string[] {
  const { fourEyes = false, ...rest } = facts;
  const items = publicHistoryOf({
    entries: entriesOf(steps),
    openedAt: new Date(Date.UTC(2026, 1, 3, 10)),
    now: { visibility: 'public', category: 'flood', isSeconded: true },
    maySee: maySee(fourEyes),
    werePublic: new Set(),
    ...rest,
  });
  return items.map(({ kind, status, reason, confidence, reports }) =>
    [kind, status, reason, confidence, reports].filter((part) => part !== null).join(' '),
  );
}

const opened: Step = ['incident.opened', { visibility: 'public', category: 'flood', title: 'Water' }];
const openedInside: Step = ['incident.opened', { visibility: 'internal', category: 'flood' }];
const status = (to: string, from: string, reason: string, isPublic = true): Step => [
  'incident.status_changed',
  { status: to, reason, public: isPublic, before: { status: from } },
];
const visible = (visibility: string, before: string): Step => [
  'incident.changed',
  { visibility, before: { visibility: before } },
];

describe('the public history', () => {
  it('has exactly these keys', () => {
    const [first] = publicHistoryOf({
      entries: entriesOf([opened]),
      openedAt: new Date(0),
      now: { visibility: 'public', category: null, isSeconded: false },
      maySee: maySee(false),
      werePublic: new Set(),
    });
    expect(Object.keys(first!).sort()).toEqual(['at', 'confidence', 'kind', 'reason', 'reports', 'status']);
  });

  it('tells of states with the reasons that were given in public, of further reports, and how sure people are', () => {
    expect(
      told([
        opened,
        ['incident.report_added', { report: 'r1' }],
        ['incident.report_added', { report: 'r2' }],
        ['incident.changed', { confidence: 'confirmed', reason: 'A friend said so', before: { confidence: 'likely' } }],
        ['incident.seconded', { seconded: true, before: { seconded: false } }],
        status('responding', 'open', 'A team is on its way'),
        status('resolved', 'responding', 'The mayor wants it so', false),
        ['incident.assigned', { organisation: 'o1' }],
        ['incident.need_added', { kind: 'water' }],
        ['incident.confirmed', {}],
      ]),
    ).toEqual([
      'opened',
      'reports 2',
      'confidence confirmed',
      'seconded',
      'status responding A team is on its way',
      'status resolved',
    ]);
  });

  it('keeps silent about everything before it was published', () => {
    expect(
      told([
        openedInside,
        status('responding', 'open', 'Nobody may know'),
        ['incident.report_added', { report: 'r1' }],
        visible('public', 'internal'),
        status('resolved', 'responding', 'Done'),
      ]),
    ).toEqual(['opened', 'published', 'status resolved Done']);
  });

  it('keeps silent about what happened while it was withdrawn', () => {
    expect(
      told([
        opened,
        status('responding', 'open', 'On the way'),
        visible('internal', 'public'),
        status('resolved', 'responding', 'Between ourselves'),
        visible('public', 'internal'),
      ]),
    ).toEqual(['opened', 'status responding On the way', 'published']);
  });

  it('keeps silent about the time when its last report was gone, although no entry says that it was hidden', () => {
    expect(
      told([
        opened,
        ['incident.report_removed', { report: 'r1', before: { visibility: 'public' } }],
        status('responding', 'open', 'Nobody may know'),
        ['incident.changed', { visibility: 'public', before: { visibility: 'internal' } }],
      ]),
    ).toEqual(['opened', 'published']);
    expect(
      told([
        opened,
        ['incident.report_removed', { before: { visibility: 'public' } }],
        status('resolved', 'open', 'Done'),
      ]),
    ).toEqual(['opened', 'status resolved Done']);
  });

  it('keeps silent while it was of a sensitive category', () => {
    expect(
      told([
        ['incident.opened', { visibility: 'public', category: 'abuse' }],
        status('responding', 'open', 'Nobody may know'),
        ['incident.changed', { category: 'flood', before: { category: 'abuse' } }],
      ]),
    ).toEqual(['opened', 'published']);
  });

  it('keeps silent until a second person has confirmed it, where four eyes are demanded', () => {
    const steps: Step[] = [
      opened,
      status('responding', 'open', 'Too early'),
      ['incident.seconded', { seconded: true, before: { seconded: false } }],
      status('resolved', 'responding', 'Done'),
    ];
    expect(told(steps, { fourEyes: true })).toEqual(['opened', 'seconded', 'published', 'status resolved Done']);
    expect(told(steps)).toEqual(['opened', 'status responding Too early', 'seconded', 'status resolved Done']);
  });

  it('leaves out a second person who withdrew, and what was taken back', () => {
    expect(
      told(
        [
          opened,
          ['incident.seconded', { seconded: true, before: { seconded: false } }],
          ['incident.second_withdrawn', { seconded: false, before: { seconded: true } }],
          status('resolved', 'open', 'A slip'),
          ['incident.undone', { of: '4', before: { status: 'resolved', visibility: 'public', category: 'flood' } }],
          status('responding', 'open', 'On the way'),
          ['incident.undone', { of: '6', before: { visibility: 'public' } }],
          ['incident.undone', { of: '7', before: { visibility: 'public' } }],
        ],
        { now: { visibility: 'public', category: 'flood', isSeconded: false } },
      ),
    ).toEqual(['opened', 'status responding On the way']);
  });

  it('takes the hidden time before a taking back as hidden', () => {
    expect(
      told([
        opened,
        visible('internal', 'public'),
        status('resolved', 'open', 'Between ourselves'),
        ['incident.undone', { of: '2', before: { visibility: 'internal', category: 'flood', seconded: false } }],
      ]),
    ).toEqual(['opened', 'published']);
  });

  it('tells of a merge only where the public knew the other one', () => {
    const merged: Step = ['incident.changed', { merged: 'other', reports: ['r1'], before: {} }];
    expect(told([opened, merged])).toEqual(['opened']);
    expect(told([opened, merged], { werePublic: new Set(['other']) })).toEqual(['opened', 'merged']);
  });
});
