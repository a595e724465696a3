import { describe, expect, it } from '@jest/globals';
import { readWhatsApp } from './read-whatsapp.js';

const wrapped = (value: object) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', ...value } }] }],
});
const contact = { profile: { name: 'Made Up' }, wa_id: '12025550101' };
const read = (content: object, contacts: object[] = [contact]) =>
  readWhatsApp(
    wrapped({ contacts, messages: [{ from: '12025550101', id: 'wamid.1', timestamp: '1770091506', ...content }] }),
  ).messages[0];

describe('a message', () => {
  it('tells who wrote what, and when', () => {
    expect(read({ type: 'text', text: { body: 'Water in the house' } })).toEqual({
      externalId: 'wamid.1',
      address: '+12025550101',
      reporter: { phone: '+12025550101', name: 'Made Up' },
      sentAt: new Date('2026-02-03T04:05:06Z'),
      text: 'Water in the house',
    });
  });

  it.each([
    [{ type: 'button', button: { text: 'Yes', payload: 'y' } }, { text: 'Yes' }],
    [
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'a', title: 'No' } } },
      { text: 'No' },
    ],
    [
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'Road' } } },
      { text: 'Road' },
    ],
    [
      { type: 'image', image: { id: '77', mime_type: 'image/jpeg', caption: 'Bridge' } },
      { text: 'Bridge', media: ['77'] },
    ],
    [
      { type: 'audio', audio: { id: '78', voice: true } },
      { text: '', media: ['78'] },
    ],
    [
      { type: 'location', location: { latitude: 12.5, longitude: 44.25, name: 'Clinic', address: 'Mill lane' } },
      { text: 'Clinic, Mill lane', place: 'Clinic, Mill lane', location: { lat: 12.5, lon: 44.25 } },
    ],
    [
      { type: 'contacts', contacts: [{ name: { formatted_name: 'A Friend' }, phones: [{ phone: '+12025550102' }] }] },
      { text: 'A Friend +12025550102' },
    ],
  ])('%j is read', (content, expected) => {
    expect(read(content)).toMatchObject(expected);
  });

  it('may come from somebody whose number stays hidden', () => {
    const hidden = { profile: { name: 'Made Up', username: '@made' }, user_id: 'US.1234' };
    const expected = { address: 'wa:US.1234', reporter: { handle: 'wa:US.1234', name: 'Made Up' } };
    expect(read({ from: undefined, type: 'text', text: { body: 'x' } }, [hidden])).toMatchObject(expected);
    expect(read({ from: undefined, from_user_id: 'US.1234', type: 'text', text: { body: 'x' } }, [])).toMatchObject({
      reporter: { handle: 'wa:US.1234' },
    });
  });

  it.each([
    { type: 'reaction', reaction: { emoji: 'x', message_id: 'wamid.0' } },
    { type: 'sticker', sticker: { id: '5' } },
    { type: 'system', system: { body: 'changed the number' } },
    { type: 'unsupported', errors: [{ code: 131051 }] },
    { type: 'constructor' },
    { type: 'text', id: '' },
    { from: undefined, type: 'text', text: { body: 'From nobody' }, contacts: [] },
  ])('%j is none', (content) => {
    expect(read(content, [])).toBeUndefined();
  });

  it.each([
    {},
    { entry: null },
    { entry: [null] },
    { entry: [{ changes: 'x' }] },
    { entry: [{ changes: [{ value: [] }] }] },
  ])('is not found in %j', (body) => {
    expect(readWhatsApp(body)).toEqual({ messages: [], statuses: [] });
  });
});

describe('the news of a message of ours', () => {
  const status = (content: object) => readWhatsApp(wrapped({ statuses: [{ id: 'wamid.9', ...content }] })).statuses[0];

  it('name it by our id where they know it', () => {
    expect(status({ status: 'read', biz_opaque_callback_data: 'ours' })).toMatchObject({
      name: { id: 'ours' },
      delivery: 'delivered',
    });
    expect(status({ status: 'sent' })).toMatchObject({ name: { providerId: 'wamid.9' }, delivery: 'sent' });
    expect(status({ status: 'warning' })).toBeUndefined();
  });

  it('tell why it did not arrive', () => {
    const error = { code: 131026, title: 'Message undeliverable', message: 'Message undeliverable' };
    expect(status({ status: 'failed', errors: [error] })).toMatchObject({
      delivery: 'failed',
      detail: 'Message undeliverable',
    });
    expect(status({ status: 'failed', errors: [{ code: 131047 }] })?.delivery).toBe('withheld');
  });
});
