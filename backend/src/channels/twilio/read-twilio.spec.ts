import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cutWords } from './cut-words.js';
import { plainBody } from './plain-body.js';
import { readStatus, readTwilio } from './read-twilio.js';

const sms = { MessageSid: 'SM1', From: '+12025550101', To: '+12025550199', Body: 'Water', NumMedia: '0' };

describe('a message from Twilio', () => {
  it('has a sender and words', () => {
    expect(readTwilio(sms)).toEqual({
      id: 'SM1',
      from: '+12025550101',
      text: 'Water',
      location: undefined,
      place: undefined,
      name: undefined,
      media: [],
    });
  });

  it('has pictures and sounds, in order; contact cards are left', () => {
    const media = {
      NumMedia: '4',
      MediaUrl0: 'https://api.twilio.com/0',
      MediaContentType0: 'image/jpeg',
      MediaUrl1: 'https://api.twilio.com/1',
      MediaContentType1: 'text/x-vcard',
      MediaUrl2: 'https://api.twilio.com/2',
      MediaContentType2: 'audio/ogg',
      MediaContentType3: 'image/png',
    };
    expect(readTwilio({ ...sms, ...media })?.media).toEqual(['https://api.twilio.com/0', 'https://api.twilio.com/2']);
  });

  it('through WhatsApp has a name, a point and a place', () => {
    const whatsApp = {
      MessageSid: 'SM2',
      From: 'whatsapp:+12025550101',
      Body: '',
      ProfileName: 'P. Example',
      WaId: '12025550101',
      Latitude: '12.504',
      Longitude: '44.251',
      Label: 'School',
      Address: 'Mill lane 1',
    };
    expect(readTwilio(whatsApp)).toMatchObject({
      from: '+12025550101',
      name: 'P. Example',
      location: { lat: 12.504, lon: 44.251 },
      place: 'School, Mill lane 1',
    });
  });

  it('is a button’s words where somebody pressed one', () => {
    expect(readTwilio({ ...sms, Body: '', ButtonText: 'Yes' })?.text).toBe('Yes');
  });

  it('ends messages by whatever word the account knows for it', () => {
    expect(readTwilio({ ...sms, Body: 'Hau ab', OptOutType: 'STOP' })?.text).toBe('STOP');
  });

  it.each([{}, { Body: 'x' }, { From: '+12025550101' }, { MessageSid: 'SM1', From: 'whatsapp:' }])(
    'is none without a sender and a name: %j',
    (fields) => {
      expect(readTwilio(fields as Record<string, string>)).toBeNull();
    },
  );

  it.each(['x', '91', '', 'NaN', 'Infinity'])('has no point at latitude %j', (latitude) => {
    expect(readTwilio({ ...sms, Latitude: latitude, Longitude: '44' })?.location).toBeUndefined();
  });

  it('never throws, whatever the fields hold', () => {
    const names = fc.constantFrom('MessageSid', 'From', 'Body', 'NumMedia', 'MediaUrl0', 'Latitude', 'Longitude', 'x');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (fields) => {
        readTwilio(fields);
        readStatus(fields);
      }),
    );
  });
});

describe('a body in base64', () => {
  const words = 'Das Wasser steht in der Straße, wir sind auf dem Dach — bitte kommt!';

  it('is read', () => {
    expect(plainBody(Buffer.from(words).toString('base64'))).toBe(words);
  });

  it.each([words, 'short', 'A'.repeat(64), 'x9Kd'.repeat(20)])('is not seen in %j', (text) => {
    expect(plainBody(text)).toBe(text);
  });
});

describe('news of a message', () => {
  const news = (status: string, code?: string) =>
    readStatus({ MessageSid: 'SM1', MessageStatus: status, ...(code !== undefined && { ErrorCode: code }) });

  it.each([
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['read', 'delivered'],
    ['undelivered', 'failed'],
    ['failed', 'failed'],
  ])('%s means %s', (status, delivery) => {
    expect(news(status)?.delivery).toBe(delivery);
  });

  it('says nothing new while it waits', () => {
    expect([news('queued'), news('sending'), news(''), news('surprise')]).toEqual([null, null, null, null]);
  });

  it('is withheld where the person said STOP, or WhatsApp’s day is over', () => {
    expect(news('failed', '21610')?.delivery).toBe('withheld');
    expect(news('undelivered', '63016')?.delivery).toBe('withheld');
    expect(news('undelivered', '30003')).toMatchObject({
      delivery: 'failed',
      detail: expect.stringContaining('30003'),
    });
  });
});

describe('words too long for one message', () => {
  it('are cut between words', () => {
    expect(cutWords('one two three', 8)).toEqual(['one two', 'three']);
    expect(cutWords('short', 8)).toEqual(['short']);
  });

  it('lose nothing and are never too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 4, max: 20 }), (text, most) => {
        const parts = cutWords(text, most);
        expect(parts.every((part) => part.length <= most)).toBe(true);
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});
