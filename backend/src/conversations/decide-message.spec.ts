import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideMessage, type Decision, type MessageFacts, type SenderState } from './decide-message.js';

const start = Date.UTC(2026, 1, 3, 4, 0);
const at = (minute: number): Date => new Date(start + minute * 60_000);
const report = 'a0000000-0000-7000-8000-000000000001';

const stranger: SenderState = {
  standing: 'unknown',
  optedOutAt: null,
  language: null,
  reportId: null,
  awaiting: null,
  awaitingUntil: null,
  lastInAt: null,
  recentIn: 0,
  recentSince: at(0),
};

const said = (text: string, more: Partial<MessageFacts> = {}): MessageFacts => ({
  text,
  hasPlace: false,
  hasMedia: false,
  isWhole: false,
  inReplyTo: null,
  isDoubtful: false,
  ...more,
});

/** Sends messages one after the other, as the inbox does. */
function talk(messages: [minute: number, message: MessageFacts][], from = stranger, isStrict = false): Decision[] {
  let state = from;
  return messages.map(([minute, message]) => {
    const decision = decideMessage(state, message, isStrict, at(minute));
    state = { ...decision.next, reportId: decision.kind === 'report' ? report : decision.next.reportId };
    return decision;
  });
}

const kinds = (decisions: Decision[]): string[] => decisions.map(({ kind }) => kind);

describe('a first message', () => {
  it('is a report; who says no place is asked for it', () => {
    expect(talk([[0, said('Water in the house')]])).toMatchObject([
      { kind: 'report', reply: 'where', isQuarantined: false },
    ]);
  });

  it('with a place is not asked', () => {
    const [decision] = talk([[0, said('Water at 12.50431, 44.25127', { hasPlace: true })]]);
    expect(decision).toMatchObject({ kind: 'report', reply: 'received', next: { awaiting: null } });
  });

  it('that says everything, as a form does, is not asked either', () => {
    expect(talk([[0, said('Water', { isWhole: true })]])).toMatchObject([{ kind: 'report', reply: 'received' }]);
  });

  it('that says everything is a report whatever it says: a form may have other fields than words', () => {
    const forms = ['STOP', ''].map((text, minute): [number, MessageFacts] => [minute, said(text, { isWhole: true })]);
    expect(kinds(talk(forms))).toEqual(['report', 'report']);
  });

  it('that is empty is nothing', () => {
    expect(kinds(talk([[0, said('  ')]]))).toEqual(['empty']);
  });

  it('waits in quarantine where the deployment says so, unless the person is trusted', () => {
    expect(talk([[0, said('Water')]], stranger, true)).toMatchObject([{ isQuarantined: true }]);
    expect(talk([[0, said('Water')]], { ...stranger, standing: 'trusted' }, true)).toMatchObject([
      { isQuarantined: false },
    ]);
  });
});

describe('the answer to the question for the place', () => {
  it('completes the same report, and is thanked for', () => {
    const decisions = talk([
      [0, said('Water in the house')],
      [40, said('12.50431, 44.25127', { hasPlace: true })],
    ]);
    expect(decisions[1]).toMatchObject({ kind: 'answer', reportId: report, isPlace: true, reply: 'noted' });
  });

  it('may be words that we cannot place, and come in several messages', () => {
    const decisions = talk([
      [0, said('Water in the house')],
      [5, said('Near the old mill')],
      [7, said('The blue house')],
    ]);
    expect(kinds(decisions)).toEqual(['report', 'answer', 'answer']);
  });

  it('is waited for six hours', () => {
    const late = talk([
      [0, said('Water in the house')],
      [361, said('Near the old mill')],
    ]);
    expect(kinds(late)).toEqual(['report', 'report']);
  });

  it('is not what somebody writes later and at length about another thing', () => {
    const another =
      'A second house has collapsed behind the market and several people are calling for help from below it';
    expect(
      kinds(
        talk([
          [0, said('Water in the house')],
          [60, said(another)],
        ]),
      ),
    ).toEqual(['report', 'report']);
    expect(
      kinds(
        talk([
          [0, said('Water in the house')],
          [3, said(another)],
        ]),
      ),
    ).toEqual(['report', 'answer']);
  });
});

describe('the answer to a responder', () => {
  it('belongs to the report that was asked about, whatever it says', () => {
    const asked: SenderState = {
      ...stranger,
      reportId: report,
      awaiting: 'answer',
      awaitingUntil: at(7 * 1440),
      lastInAt: at(0),
    };
    const decisions = talk(
      [
        [3000, said('Yes, forty of us, and we have had no water since the day before yesterday in the whole street')],
        [3010, said('And no food')],
        [3030, said('Another thing')],
      ],
      asked,
    );
    expect(kinds(decisions)).toEqual(['answer', 'answer', 'report']);
    expect(decisions[0]).toMatchObject({ reportId: report, isPlace: false, reply: null });
  });
});

describe('a photo or a position without words', () => {
  const known: SenderState = { ...stranger, reportId: report, lastInAt: at(0) };

  it('belongs to what was written shortly before', () => {
    expect(kinds(talk([[20, said('', { hasMedia: true })]], known))).toEqual(['answer']);
    expect(kinds(talk([[20, said('', { hasPlace: true })]], known))).toEqual(['answer']);
  });

  it('is a report of its own later, or where nothing was written', () => {
    expect(kinds(talk([[31, said('', { hasMedia: true })]], known))).toEqual(['report']);
    expect(kinds(talk([[0, said('', { hasMedia: true })]]))).toEqual(['report']);
  });
});

describe('a person', () => {
  it('who says STOP hears nothing more, and is still listened to', () => {
    const decisions = talk([
      [0, said('STOP')],
      [1, said('Water in the house')],
      [2, said('Start')],
    ]);
    expect(kinds(decisions)).toEqual(['stopped', 'report', 'started']);
    expect(decisions[1]).toMatchObject({ reply: null });
    expect(decisions[2]?.next.optedOutAt).toBeNull();
  });

  it('who is blocked is not listened to, but may still say STOP', () => {
    const blocked = { ...stranger, standing: 'blocked' as const };
    expect(
      kinds(
        talk(
          [
            [0, said('Rubbish')],
            [1, said('STOP')],
          ],
          blocked,
        ),
      ),
    ).toEqual(['blocked', 'stopped']);
  });

  it('who sends a flood waits in quarantine, and two machines stop answering each other', () => {
    const many = Array.from({ length: 40 }, (_, n): [number, MessageFacts] => [n / 10, said('x', { isWhole: true })]);
    const decisions = talk(many);
    expect(decisions.filter((decision) => decision.kind === 'report' && decision.reply !== null)).toHaveLength(6);
    expect(decisions.filter((decision) => decision.kind === 'report' && decision.isQuarantined)).toHaveLength(10);
  });
});

it('every message is decided, whatever came before', () => {
  const states = fc.record({
    ...Object.fromEntries(Object.entries(stranger).map(([name, value]) => [name, fc.constant(value)])),
    standing: fc.constantFrom('unknown', 'trusted', 'blocked'),
    reportId: fc.constantFrom(null, report),
    awaiting: fc.constantFrom(null, 'place', 'answer'),
    awaitingUntil: fc.constantFrom(null, at(-5), at(5)),
    lastInAt: fc.constantFrom(null, at(-100), at(-1)),
    recentIn: fc.nat(100),
  }) as unknown as fc.Arbitrary<SenderState>;
  const messages = fc.record({
    text: fc.string(),
    hasPlace: fc.boolean(),
    hasMedia: fc.boolean(),
    isWhole: fc.boolean(),
    inReplyTo: fc.constantFrom(null, report),
    isDoubtful: fc.boolean(),
  });
  fc.assert(
    fc.property(states, messages, fc.boolean(), (state, message, isStrict) => {
      const decision = decideMessage(state, message, isStrict, at(0));
      if (decision.kind === 'answer') expect(decision.reportId).toBe(report);
      expect(decision.next.lastInAt).toEqual(at(0));
    }),
  );
});
