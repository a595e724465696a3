import { describe, expect, it } from '@jest/globals';
import { idOf } from '../../../../test/support/samples.js';
import { readEvidenceInput, readLink } from './read-evidence-input.js';

describe('a link', () => {
  it.each(['https://news.example/bridge', 'http://10.0.0.1/x?y=1'])('may be %s', (text) => {
    expect(readLink(` ${text} `)).toBe(text);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ftp://news.example',
    'https://bank.example@evil.example/',
    'news.example',
    '//news.example',
    '',
  ])('is never %s', (text) => {
    expect(readLink(text)).toBeNull();
  });
});

describe('evidence', () => {
  const bare = { report: null, medium: null, url: null, note: '' };

  it('carries what its kind needs and nothing else', () => {
    const all = { report: idOf(1), medium: idOf(2), url: 'https://a.example/', note: ' said so ' };
    const note = 'said so';
    expect(readEvidenceInput({ kind: 'report', ...all })).toEqual({ ...bare, kind: 'report', report: idOf(1), note });
    expect(readEvidenceInput({ kind: 'photo', ...all })).toEqual({ ...bare, kind: 'photo', medium: idOf(2), note });
    expect(readEvidenceInput({ kind: 'call', ...all })).toEqual({ ...bare, kind: 'call', note });
    expect(readEvidenceInput({ kind: 'link', ...all })).toEqual({ ...bare, kind: 'link', url: all.url, note });
    expect(readEvidenceInput({ kind: 'second_person', ...all })).toEqual({ ...bare, kind: 'second_person', note });
  });

  it.each([
    ['report', '/report'],
    ['photo', '/medium'],
    ['call', '/note'],
    ['link', '/url'],
  ] as const)('of the kind %s is refused without it', (kind, pointer) => {
    expect(readEvidenceInput({ kind })).toMatchObject([{ pointer }]);
  });
});
