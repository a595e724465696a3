/** The expected values were computed with another program (Python's hmac) from Twilio's description. */
import { describe, expect, it } from '@jest/globals';
import { RawBody } from '../../gateways/index.js';
import { isTwilioSignature } from './twilio-signature.js';

const token = 'a made-up token';
const url = 'https://map.example.org/gateways/twilio-sms/abc?x=1&y=a%20b';
const fields = new URLSearchParams({
  To: '+12025550199',
  From: '+12025550101',
  Body: 'Wasser & Öl, 5€',
  MessageSid: 'SM01',
  NumMedia: '0',
  AccountSid: 'AC00',
  a: 'lower last',
  ToCity: '',
});
const form = (text: string): RawBody => new RawBody(Buffer.from(text), 'application/x-www-form-urlencoded');
const none = new RawBody(Buffer.alloc(0), '');
const signature = 'WehGuvrGOkRr8V8sRLPcYa7pBtw=';

describe('Twilio’s signature', () => {
  it('covers the address with its query and the fields in order', () => {
    expect(isTwilioSignature(token, { url, signature, body: form(fields.toString()) })).toBe(true);
  });

  it.each<[string, Partial<{ url: string; signature: unknown; body: RawBody; token: string }>]>([
    ['another address', { url: url.replace('x=1', 'x=2') }],
    ['another field', { body: form(`${fields.toString()}&More=1`) }],
    ['another token', { token: 'another token' }],
    ['no token', { token: '' }],
    ['no signature', { signature: undefined }],
    ['a list of signatures', { signature: [signature] }],
    ['an empty signature', { signature: '' }],
    ['fields in a body that is no form', { body: new RawBody(Buffer.from('{"Body":"x"}'), 'application/json') }],
  ])('does not hold for %s', (_, other) => {
    const call = { url, signature, body: form(fields.toString()), ...other };
    expect(isTwilioSignature(other.token ?? token, call)).toBe(false);
  });

  it('may have been made with the default port, or without one that is written here', () => {
    const withPort = 'RXe1HIvtPVh4cVn/EKKxvvhM2SY=';
    expect(isTwilioSignature(token, { url, signature: withPort, body: form(fields.toString()) })).toBe(true);
    const bare = 'XJgOc4OzfsJCEDNpaBwWGiMvEy8=';
    const written = 'https://map.example.org:8443/gateways/x';
    expect(isTwilioSignature(token, { url: written, signature: bare, body: form(fields.toString()) })).toBe(true);
  });

  it('holds each value of a repeated field once, in order', () => {
    const body = form('Item=b&Z=1&Item=a&Item=b');
    expect(isTwilioSignature(token, { url, signature: 'I92eoJv9YlEacTbDHt3CDQiZNA8=', body })).toBe(true);
  });

  it('covers other bodies by their hash in the address', () => {
    const hash = '5bc0c3270677c0813116930612dcc6a53c3de2bedcb352cdb9f944ccdc79045f';
    const call = { url: `${url}&bodySHA256=${hash}`, signature: 's1P7Fcf9ypy/lCalKrJrDUBUDpc=' };
    const bodyOf = (text: string): RawBody => new RawBody(Buffer.from(text), 'application/json');
    expect(isTwilioSignature(token, { ...call, body: bodyOf('{"a":1,"text":"ä"}') })).toBe(true);
    expect(isTwilioSignature(token, { ...call, body: bodyOf('{"a":2,"text":"ä"}') })).toBe(false);
  });

  it('covers a call without a body by its address alone, however its query is spelled', () => {
    const called = 'https://map.example.org/g?Digits=5&From=%2B12025550101';
    expect(isTwilioSignature(token, { url: called, signature: '47jxUdiiLjW33C3Ju5XISlcLYQM=', body: none })).toBe(true);
    const quoted = "https://map.example.org/g?q=a'b%28c%29";
    expect(isTwilioSignature(token, { url: quoted, signature: 'C8nC+5pLKi/nlMZ8RGCWgq7mETc=', body: none })).toBe(true);
  });
});
