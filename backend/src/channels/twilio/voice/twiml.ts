/** TwiML: what Twilio is told to say, ask and record. Pure. */
import type { Speaker } from './texts/index.js';

const escaped = (text: string): string =>
  text
    // XML cannot hold them, however they are written.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, ' ')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');

type Attributes = Record<string, string | number | undefined>;

function element(name: string, attributes: Attributes, inside = ''): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === undefined ? '' : ` ${key}="${escaped(String(value))}"`))
    .join('');
  return inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`;
}

export const say = (speaker: Speaker, text: string): string =>
  element('Say', { language: speaker.language, voice: speaker.voice }, escaped(text));

/** One key, or none: `action` is called either way. What is said may be cut short by pressing it. */
export const gather = (action: string, said: string): string =>
  element('Gather', { input: 'dtmf', numDigits: 1, timeout: 6, actionOnEmptyResult: 'true', action }, said);

/** Two minutes at most; the pause that ends it is long, since frightened people stop to breathe. */
export const record = (action: string, recordingCallback: string): string =>
  element('Record', {
    maxLength: 120,
    finishOnKey: '#',
    timeout: 10,
    playBeep: 'true',
    action,
    recordingStatusCallback: recordingCallback,
    recordingStatusCallbackEvent: 'completed absent',
  }) +
  // Where nothing was said, Twilio goes on here instead of calling the action.
  element('Redirect', {}, escaped(action));

export const hangUp = element('Hangup', {});

export const twiml = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${inside === '' ? '<Response/>' : `<Response>${inside}</Response>`}`;
