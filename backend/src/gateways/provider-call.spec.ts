import { describe, expect, it } from '@jest/globals';
import { sampleDeployment } from '../../../test/support/samples.js';
import type { OpenGateway } from './adapter.js';
import type { GatewayNote, GatewayNotes } from './gateway-notes.js';
import { isKnown, ProviderCall } from './provider-call.js';

const gateway: OpenGateway = {
  id: 'a',
  kind: 'made-up',
  name: 'Made up',
  enabled: true,
  channel: 'sms',
  deployment: sampleDeployment(),
  settings: {},
  secrets: [],
  token: '',
};

describe('a provider', () => {
  it('is called at its known hosts by https, and at those that the operator names', () => {
    expect(isKnown('https://api.example.org/x', ['api.example.org'], [])).toBe(true);
    expect(isKnown('https://files.example.org/x', ['.example.org'], [])).toBe(true);
    expect(isKnown('http://127.0.0.1:9/x', [], ['127.0.0.1:9'])).toBe(true);
    expect(isKnown('http://api.example.org/x', ['api.example.org'], [])).toBe(false);
    expect(isKnown('https://badexample.org/x', ['.example.org'], [])).toBe(false);
    expect(isKnown('https://api.example.org:8443/x', ['api.example.org'], [])).toBe(false);
  });

  it.each([
    ['https://127.0.0.1:9/', true, 'The host is not on the open internet.'],
    ['http://sms.example.org/', true, 'The address does not begin with https.'],
    ['https://sms.example.org/', false, 'The host is not a known one.'],
  ])('at %s (named by hand: %s) is not called', async (url, isNamedByHand, fault) => {
    const noted: GatewayNote[] = [];
    const notes = { note: (_gateway: OpenGateway, note: GatewayNote) => noted.push(note) } as unknown as GatewayNotes;
    const call = new ProviderCall(notes, { gatewayHosts: [] });
    await expect(call.send(gateway, { url, knownHosts: [], isNamedByHand })).rejects.toThrow(fault);
    expect(noted).toMatchObject([{ outcome: 'failed' }]);
  });
});
