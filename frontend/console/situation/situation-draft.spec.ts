import { describe, expect, it } from '@jest/globals';
import { emptyDraft, pageOf, reportOf, spanOf } from './situation-draft.js';

const now = Date.parse('2026-02-03T12:00:00Z');

describe('a draft of a situation report', () => {
  it('says its span', () => {
    expect(spanOf(emptyDraft, now)).toEqual({});
    expect(spanOf({ ...emptyDraft, span: 'last' }, now)).toEqual({ since: 'last' });
    expect(spanOf({ ...emptyDraft, span: 'week' }, now)).toEqual({ from: '2026-01-27T12:00:00.000Z' });
    const own = { ...emptyDraft, span: 'own' as const, from: '2026-02-01T00:00Z', to: '' };
    expect(spanOf(own, now)).toEqual({ from: '2026-02-01T00:00:00.000Z' });
    expect(pageOf('main', own, now, 'public')).toBe(
      '/situation/main?from=2026-02-01T00%3A00%3A00.000Z&audience=public',
    );
  });

  it('sends what was written, line by line, and leaves out languages without a word', () => {
    const texts = {
      en: { summary: ' Water is rising. ', messages: 'Boats\n\n Blankets ' },
      de: { summary: ' ', messages: '\n' },
    };
    expect(reportOf({ ...emptyDraft, title: ' Noon ', texts, published: true }, now)).toEqual({
      title: 'Noon',
      published: true,
      texts: [{ language: 'en', summary: 'Water is rising.', messages: ['Boats', 'Blankets'] }],
    });
  });
});
