/** Answers as common programs write them. */
import { describe, expect, it } from '@jest/globals';
import { growthOf, linearGrowth } from '../../../../test/support/growth.js';
import { cutQuotes } from './cut-quotes.js';

const ours = 'Thank you, we have your report. Where is it?';
const below = `> ${ours}\n> https://map.example.org/follow/x`;

describe('what somebody wrote themselves', () => {
  it.each([
    ['English', 'On Tue, Feb 3, 2026 at 4:05 AM Crisis map <report@map.example.org> wrote:'],
    ['English, broken by its program', 'On Tue, Feb 3, 2026 at 4:05 AM Crisis map\n<report@map.example.org>\nwrote:'],
    ['German', 'Am 03.02.26 um 04:05 schrieb Krisenkarte:'],
    ['German, the other way round', 'Krisenkarte <report@map.example.org> schrieb am Di., 3. Feb. 2026, 04:05:'],
    ['French', 'Le mar. 3 févr. 2026 à 04:05, Carte <report@map.example.org> a écrit :'],
    ['Spanish', 'El mar, 3 feb 2026 a las 4:05, Mapa (<report@map.example.org>) escribió:'],
    [
      'Arabic',
      'في الثلاثاء، 3 فبراير 2026 في 4:05 ص تمت كتابة ما يلي بواسطة خريطة <\u200ereport@map.example.org\u200e>:',
    ],
    ['Arabic, as phones write it', 'في ٣ فبراير 2026، كتب خريطة <report@map.example.org>:'],
  ])('stands above the quotation: %s', (_, attribution) => {
    expect(cutQuotes(`Mill lane 5\n\n${attribution}\n\n${below}\n`, true)).toBe('Mill lane 5');
    expect(cutQuotes(`Mill lane 5\r\n\r\n${attribution}\r\n${ours}\r\n`, true)).toBe('Mill lane 5');
  });

  it.each([
    [
      'English',
      '________________________________\nFrom: Map <report@map.example.org>\nSent: Tuesday\nTo: Someone\nSubject: Re: x',
    ],
    ['English, marked', '-----Original Message-----\nwhatever'],
    ['German', 'Von: Karte <report@map.example.org>\nGesendet: Dienstag\nAn: Jemand\nBetreff: AW: x'],
    ['German, marked', '-----Ursprüngliche Nachricht-----\nwas auch immer'],
    ['French', '*De :* Carte\n*Envoyé :* mardi\n*À :* Quelqu’un\n*Objet :* x'],
    ['Spanish', 'De: Mapa\nEnviado el: martes\nPara: Alguien\nAsunto: x'],
    ['Arabic', 'من: خريطة\nتاريخ الإرسال: الثلاثاء\nإلى: شخص\nالموضوع: x'],
  ])('stands above headings: %s', (_, head) => {
    expect(cutQuotes(`Mill lane 5\n\n${head}\n\n${ours}`, true)).toBe('Mill lane 5');
  });

  it('keeps its last line, though the next one is no more than a name and a time', () => {
    expect(cutQuotes(`Mill lane 5\nKarte schrieb am 3.2.2026:\n> ${ours}`, true)).toBe('Mill lane 5');
  });

  it('may stand below or between', () => {
    expect(cutQuotes(`On 3 Feb 2026 Map wrote:\n> ${ours}\n\nMill lane 5`, true)).toBe('Mill lane 5');
    expect(cutQuotes(`> How many?\n\nTwo\n\n> Where?\nMill lane`, true)).toBe('Two\n\nMill lane');
  });

  it('goes without a signature, and without what a phone adds', () => {
    expect(cutQuotes('Mill lane 5\n-- \nA. Writer\nSome office', true)).toBe('Mill lane 5');
    expect(cutQuotes('Mill lane 5\n\n--\nA. Writer', false)).toBe('Mill lane 5');
    for (const line of [
      'Sent from my iPhone',
      'Von meinem iPhone gesendet',
      'Envoyé de mon iPhone',
      'Enviado desde mi iPhone',
      'أرسلت من الـ iPhone',
      'Get Outlook for Android<https://aka.ms/x>',
    ])
      expect(cutQuotes(`Mill lane 5\n\n${line}\n`, false)).toBe('Mill lane 5');
  });

  it('is kept where it only looks like a quotation', () => {
    const story = 'On 3 Feb the river rose.\nFrom: the bridge\nThe mayor wrote:\nLeave your houses\n> 2 m deep';
    expect(cutQuotes(story, false)).toBe(story);
    expect(cutQuotes('From: the bridge\nit is worse', true)).toBe('From: the bridge\nit is worse');
    expect(cutQuotes('On the roof she wrote:\nHELP', true)).toBe('On the roof she wrote:\nHELP');
  });

  it('is kept whole where two dashes divide it, or nothing else is there', () => {
    const long = `First\n--\n${Array.from({ length: 20 }, (_, n) => `line ${n}`).join('\n')}`;
    expect(cutQuotes(long, false)).toBe(long);
    expect(cutQuotes('-- \nonly this', false)).toBe('--\nonly this');
    expect(cutQuotes(below, true)).toBe('');
  });

  it.each(['On 1 ', 'On 1\n', '> ', '--\n', 'From: \n', 'Sent from my ', 'schrieb am ', '\n \n'])(
    'is found in a time that grows with the length of many %j',
    (piece) => {
      expect(growthOf((text) => cutQuotes(text, true), piece, 40_000)).toBeLessThan(linearGrowth);
    },
  );
});
