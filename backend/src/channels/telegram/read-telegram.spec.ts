import { describe, expect, it } from '@jest/globals';
import { readTelegram } from './read-telegram.js';

const chat = { id: 700100, first_name: 'Made', type: 'private' };
const from = { id: 700100, is_bot: false, first_name: 'Made', last_name: 'Up', language_code: 'de' };
const said = (content: object) => ({
  update_id: 9,
  message: { message_id: 5, from, chat, date: 1_770_091_506, ...content },
});
const read = (content: object) => {
  const update = readTelegram(said(content));
  if (update.kind === 'passed-over') throw new Error('it was passed over');
  return update.message;
};

describe('an update', () => {
  it('tells who wrote what, when, and in which language', () => {
    expect(read({ text: 'Water in the house' })).toMatchObject({
      externalId: '700100 5',
      address: '700100',
      reporter: { handle: 'tg:700100', name: 'Made Up' },
      language: 'de',
      text: 'Water in the house',
      sentAt: new Date('2026-02-03T04:05:06Z'),
    });
  });

  it('may be a position, a known place, or somebody’s number', () => {
    const location = { latitude: 12.5, longitude: 44.25, horizontal_accuracy: 20 };
    expect(read({ location })).toMatchObject({ text: '', location: { lat: 12.5, lon: 44.25, accuracy: 20 } });
    expect(read({ location, venue: { location, title: 'Clinic', address: 'Mill lane' } })).toMatchObject({
      text: 'Clinic, Mill lane',
      place: 'Clinic, Mill lane',
      location: { lat: 12.5 },
    });
    expect(read({ contact: { first_name: 'Made', phone_number: '+12025550101' } }).text).toBe('Made +12025550101');
  });

  it('names the largest of a photo’s sizes, and images sent as documents', () => {
    const photo = [
      { file_id: 'small', width: 90, height: 60 },
      { file_id: 'large', width: 1280, height: 960 },
      { file_id: 'middle', width: 320, height: 240 },
    ];
    expect(read({ photo, caption: 'The bridge' })).toMatchObject({ text: 'The bridge', media: ['large'] });
    expect(read({ document: { file_id: 'doc', mime_type: 'image/jpeg' } }).media).toEqual(['doc']);
    expect(read({ document: { file_id: 'doc', mime_type: 'application/pdf' } }).media).toEqual([]);
    expect(read({ voice: { file_id: 'voice' } }).media).toEqual(['voice']);
  });

  it('with a changed text joins the report of the first one; a position that moves on is no news', () => {
    const edited = { message_id: 5, from, chat, date: 1, edit_date: 77 };
    const update = readTelegram({ update_id: 10, edited_message: { ...edited, text: 'Water in two houses' } });
    expect(update).toMatchObject({
      message: { externalId: '700100 5 77', restOf: '700100 5', text: 'Water in two houses' },
    });
    const moved = { ...edited, location: { latitude: 1, longitude: 2, live_period: 60 } };
    expect(readTelegram({ update_id: 11, edited_message: moved }).kind).toBe('passed-over');
  });

  it('that begins the talk asks for a greeting', () => {
    expect(readTelegram(said({ text: '/start flood' }))).toMatchObject({
      kind: 'greet',
      chatId: 700100,
      language: 'de',
    });
    expect(readTelegram(said({ text: '/started' })).kind).toBe('message');
  });

  it.each([
    {},
    { update_id: 1 },
    { message: null },
    { message: [] },
    { message: { chat: { id: 'x' } } },
    { message: { message_id: 1, chat: { id: -100, type: 'group' }, from, text: 'To all' } },
    { message: { message_id: 1, chat, from: { ...from, is_bot: true }, text: 'By a machine' } },
    { channel_post: { message_id: 1, chat: { id: -100, type: 'channel' }, text: 'x' } },
  ])('like %j is passed over', (update) => {
    expect(readTelegram(update).kind).toBe('passed-over');
  });
});
