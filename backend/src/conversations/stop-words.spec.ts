import { describe, expect, it } from '@jest/globals';
import { commandOf } from './stop-words.js';

describe('the words that end and begin messages', () => {
  it.each(['STOP', ' stop. ', 'Stop!', 'Arrêt', 'BAJA', 'توقف', 'إيقاف', 'Sispann'])('%s ends them', (text) => {
    expect(commandOf(text)).toBe('stop');
  });

  it.each(['START', 'Unstop', 'Alta'])('%s begins them again', (text) => {
    expect(commandOf(text)).toBe('start');
  });

  it.each(['HELP', 'help!', 'Stop the water, it is in the house', 'end', '', 'The bus stop is gone'])(
    '"%s" is a message like any other',
    (text) => {
      expect(commandOf(text)).toBeNull();
    },
  );
});
