import { describe, expect, it } from '@jest/globals';
import { callerOf, callIdOf, hasEnded, readCallNews, recordingOf } from './read-call.js';

describe('a call', () => {
  it('has a caller by number', () => {
    const caller = { address: '+12025550123', reporter: { phone: '+12025550123' } };
    expect(callerOf('+12025550123', 'CA1')).toEqual(caller);
  });

  it.each(['+266696687', '+7378742833', 'anonymous', '', 'sip:someone@example.org'])(
    'from %j is somebody else each time',
    (from) => {
      expect(callerOf(from, 'CA1')).toEqual({ address: 'call CA1', reporter: {} });
    },
  );

  it('has a name, or is none', () => {
    expect(callIdOf({ CallSid: 'CA01ab' })).toBe('CA01ab');
    expect([callIdOf({}), callIdOf({ CallSid: 'CA\0' })]).toEqual(['', '']);
  });

  it('has a recording only where something was recorded', () => {
    const url = 'https://api.twilio.com/RE1';
    expect(recordingOf({ RecordingUrl: url, RecordingDuration: '4' })).toBe(url);
    expect(recordingOf({ RecordingUrl: url, RecordingDuration: '0' })).toBeNull();
    expect(recordingOf({ RecordingUrl: url, RecordingStatus: 'absent' })).toBeNull();
    expect(recordingOf({})).toBeNull();
  });

  it('is over when Twilio says so', () => {
    expect(['completed', 'busy', 'in-progress', ''].map((CallStatus) => hasEnded({ CallStatus }))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a call to somebody', () => {
  it.each([
    ['completed', 'delivered'],
    ['busy', 'failed'],
    ['no-answer', 'failed'],
    ['ringing', undefined],
  ])('that is %s was %s', (CallStatus, delivery) => {
    expect(readCallNews({ CallStatus })?.delivery).toBe(delivery);
  });
});
