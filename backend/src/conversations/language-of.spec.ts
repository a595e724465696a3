import { describe, expect, it } from '@jest/globals';
import { languageOf, spokenHere } from './language-of.js';

const all = ['en', 'de', 'fr', 'es', 'ar'];

describe('the language of a message', () => {
  it.each([
    ['de', 'Das Wasser steht im Keller und wir brauchen dringend Hilfe'],
    ['en', 'The water has reached the first floor and we need help'],
    ['fr', 'Le pont est coupé et nous avons besoin d’eau potable'],
    ['es', 'No hay agua potable y el puente está cortado desde ayer'],
    ['ar', 'الماء دخل البيت ونحتاج إلى مساعدة'],
  ])('is %s', (language, text) => {
    expect(languageOf(text, all)).toBe(language);
  });

  it('is not guessed from a few letters, nor where there is no choice', () => {
    expect(languageOf('SOS', all)).toBeNull();
    expect(languageOf('Das Wasser steht im Keller', ['en'])).toBeNull();
    expect(languageOf('', all)).toBeNull();
  });

  it('is only ever one that the deployment speaks', () => {
    expect(['en', 'fr', null]).toContain(languageOf('Das Wasser steht im Keller und steigt', ['en', 'fr']));
  });
});

describe('a language that somebody names', () => {
  it('is found by its base', () => {
    expect(spokenHere('de-AT', all)).toBe('de');
    expect(spokenHere('pt', all)).toBeNull();
    expect(spokenHere('es', ['en', 'es-MX'])).toBe('es-MX');
    expect(spokenHere(undefined, all)).toBeNull();
  });
});
