import { describe, expect, it } from '@jest/globals';
import { reportOfForm, textsIn } from '@atesto/frontend/report';
import { idOf } from '../../../../test/support/samples.js';
import { formErrors, readFormValues } from './read-form.js';

const made = idOf(1);
const values = (fields: Record<string, unknown>) => readFormValues(fields, () => made);
const texts = textsIn('en').report;
const errorsOf = (fields: Record<string, unknown>, hasPhotos = false) => formErrors(values(fields), hasPhotos, texts);

describe('the fields of the form', () => {
  it('are texts, whatever came', () => {
    const read = values({ text: ['a'], place: 5, name: null, phone: { x: 1 }, email: undefined });
    expect(Object.values(read).filter((value) => value !== '')).toEqual([made]);
  });

  it('keep their id when it is one, and get one otherwise', () => {
    expect(values({ id: idOf(7) }).id).toBe(idOf(7));
    for (const id of ['', '7', `${idOf(7)}x`, [idOf(7)]]) expect(values({ id }).id).toBe(made);
  });

  it('have the line ends of programs', () => {
    expect(values({ text: 'one\r\ntwo' }).text).toBe('one\ntwo');
  });
});

describe('what needs another look', () => {
  it('is an empty report; a place, a position or a photo is enough', () => {
    expect(errorsOf({ text: ' ' })).toEqual({ text: texts.empty });
    expect(errorsOf({ place: 'here' })).toEqual({});
    expect(errorsOf({ lat: '1', lon: '2' })).toEqual({});
    expect(errorsOf({}, true)).toEqual({});
  });

  it('is what is too long, and an address that is none', () => {
    const long = { text: 'x'.repeat(5001), place: 'x'.repeat(501), name: 'x'.repeat(201), phone: '5'.repeat(51) };
    expect(Object.keys(errorsOf({ ...long, email: 'nobody' })).sort()).toEqual([
      'email',
      'name',
      'phone',
      'place',
      'text',
    ]);
    expect(errorsOf({ text: 'x', email: ' a@example.org ' })).toEqual({});
  });
});

describe('the report that a form means', () => {
  it('has no empty fields', () => {
    const report = reportOfForm(values({ text: ' water ', category: '', place: '  ' }), 'de');
    expect(JSON.parse(JSON.stringify(report))).toEqual({ id: made, text: 'water', language: 'de' });
  });

  it('has a position only when it is whole and on Earth', () => {
    const location = (fields: Record<string, string>) => reportOfForm(values(fields), 'en')['location'];
    expect(location({ lat: '1.5', lon: '-2', accuracy: '20' })).toEqual({ lat: 1.5, lon: -2, accuracy: 20 });
    expect(location({ lat: '0', lon: '0', accuracy: '' })).toEqual({ lat: 0, lon: 0 });
    for (const fields of [{ lat: '1' }, { lat: 'x', lon: 'y' }, { lat: '91', lon: '0' }, { lat: '0', lon: '181' }]) {
      expect(location(fields as Record<string, string>)).toBeUndefined();
    }
  });

  it('holds a contact when any part of it was given', () => {
    expect(reportOfForm(values({ phone: ' +00 555 ' }), 'en')['reporter']).toMatchObject({ phone: '+00 555' });
    expect(reportOfForm(values({ phone: ' ' }), 'en')['reporter']).toBeUndefined();
  });
});
