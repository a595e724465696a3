import { describe, expect, it } from '@jest/globals';
import { sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { presentIncident, presentPublicIncident } from '../incidents/index.js';
import { csvColumns, csvRow, neutralised } from './csv.js';

const deployment = sampleDeployment();
const rowOf = (parts: Parameters<typeof sampleIncident>[0]): Record<string, string | number> => {
  const row = csvRow(presentIncident(sampleIncident(parts), deployment));
  return Object.fromEntries(csvColumns.map((column, index) => [column, row[index] ?? '']));
};

describe('a row of the CSV', () => {
  it.each(['=1+1', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\0=1'])('makes %j harmless', (text) => {
    expect(neutralised(text)).toBe(`'${text}`);
    const row = rowOf({ title: text, description: text, place: text, public_reason: text });
    for (const column of ['title', 'description', 'place', 'reason']) expect(row[column]).toBe(`'${text}`);
  });

  it('leaves other texts as they are', () => {
    for (const text of ['', 'a = b', ' =1', 'رد', "'quoted"]) expect(neutralised(text)).toBe(text);
  });

  it('keeps a negative number a number', () => {
    expect(rowOf({ lat: -1.5, lon: -2.25 })).toMatchObject({
      latitude: -1.5,
      longitude: -2.25,
      reports: 2,
      confirmations: 3,
    });
  });

  it('has a cell for each column, empty where nothing is known', () => {
    const bare = { lat: null, lon: null, place: null, category_id: null, public_reason: null };
    expect(rowOf(bare)).toMatchObject({ latitude: '', longitude: '', place: '', category: '', reason: '' });
    expect(csvRow(presentIncident(sampleIncident(bare), deployment))).toHaveLength(csvColumns.length);
  });

  it('says whose it is, where it came from elsewhere', () => {
    const origin = {
      installation: 'https://atesto.example.org',
      deployment: 'coast',
      deploymentName: 'Coast',
      number: 7,
      url: null,
    };
    expect(rowOf({ origin })['origin']).toBe('https://atesto.example.org coast #7');
    const url = 'https://atesto.example.org/map/coast/incidents/7';
    expect(rowOf({ origin: { ...origin, url } })['origin']).toBe(url);
    expect(rowOf({})['origin']).toBe('');
  });

  it('says public where the public reads it', () => {
    const row = csvRow(presentPublicIncident(sampleIncident(), deployment));
    expect(row[csvColumns.indexOf('visibility')]).toBe('public');
  });
});
