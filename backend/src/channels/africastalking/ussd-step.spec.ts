import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ussdStep, type UssdMenu } from './ussd-step.js';

const kinds = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    code: `kind-${at + 1}`,
    names: { en: `Kind ${at + 1}`, de: `Art ${at + 1}` },
  }));
const menu: UssdMenu = { title: 'Flood map', languages: ['en', 'de'], categories: kinds(2), emergencyNumber: null };
const screen = (text: string, changed: Partial<UssdMenu> = {}): string =>
  ussdStep(text, { ...menu, ...changed }).screen;

describe('the menu', () => {
  it('goes from language over kind, words and place to thanks', () => {
    expect(screen('')).toBe('CON Flood map\n1 English\n2 Deutsch');
    expect(screen('2')).toBe('CON Flood map\nWorum geht es?\n1 Art 1\n2 Art 2\n3 Etwas anderes');
    expect(screen('2*1')).toMatch(/^CON Was ist passiert/);
    expect(screen('2*1*Keller voll')).toMatch(/^CON Wo ist das/);
    expect(screen('2*1*Keller voll*Mühlgasse 3')).toBe('END Danke, Ihre Meldung ist da.');
  });

  it('has a report once there are words, and the same one with its place after', () => {
    expect(ussdStep('1*2', menu).report).toBeNull();
    const report = { language: 'en', category: 'kind-2', words: 'Road gone', place: null };
    expect(ussdStep('1*2*Road gone', menu).report).toEqual(report);
    expect(ussdStep('1*2*Road gone*Mill lane', menu).report).toEqual({ ...report, place: 'Mill lane' });
    expect(ussdStep('1*3*Road gone', menu).report?.category).toBeNull();
  });

  it('leaves out what there is no choice in', () => {
    expect(screen('', { languages: ['en'] })).toMatch(/^CON Flood map\nWhat is it about/);
    expect(screen('', { languages: ['en'], categories: [] })).toMatch(/^CON What happened/);
    expect(screen('', { languages: ['sw'], categories: [] })).toMatch(/^CON What happened/);
  });

  it('asks again for what is no option, and for words that are empty', () => {
    expect(screen('7')).toBe(screen(''));
    expect(screen('7*x*2')).toBe(screen('2'));
    expect(screen('2* ')).toBe(screen('2'));
    expect(screen('1*1**')).toBe(screen('1*1'));
    expect(ussdStep('9*1*0*2**Road gone', menu).report?.words).toBe('Road gone');
  });

  it('turns the page with 0 and comes back to the first; numbers stay the same', () => {
    const many = { languages: ['en'], categories: kinds(16) };
    expect(screen('', many)).toBe(`CON Flood map\nWhat is it about?\n${numbered(1, 7)}\n0 More`);
    expect(screen('0', many)).toContain('8 Kind 8');
    expect(screen('0*0', many)).toContain('17 Something else');
    expect(screen('0*0*0', many)).toBe(screen('', many));
    expect(ussdStep('0*9*Road gone', { ...menu, ...many }).report?.category).toBe('kind-9');
  });

  it('loses nothing to a star within the words', () => {
    const { report } = ussdStep('1*1*two * three*Mill lane', menu);
    expect(report).toMatchObject({ words: 'two', place: 'three Mill lane' });
  });

  it('says the number for emergencies at the end', () => {
    expect(screen('1*1*Fire*Mill lane', { emergencyNumber: '112' })).toMatch(/call 112\.$/);
  });
});

const numbered = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => `${first + at} Kind ${first + at}`).join('\n');

describe('a screen', () => {
  it('is written in letters that networks have', () => {
    const french = screen('', {
      title: 'Crue',
      languages: ['fr'],
      categories: [{ code: 'a', names: { fr: 'Pénurie d’eau, forêt' } }],
    });
    expect(french).toBe("CON Crue\nDe quoi s'agit-il ?\n1 Pénurie d'eau, foret\n2 Autre chose");
  });

  it('holds at most 160 letters, 70 where some are of another alphabet', () => {
    const name = fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.constantFrom('ماء', 'x'.repeat(90)));
    const menus = fc.record({
      title: name,
      languages: fc.subarray(['en', 'de', 'fr', 'es', 'ar', 'id', 'ht']),
      categories: fc.array(
        name.map((label) => ({ code: label, names: { en: label } })),
        { maxLength: 20 },
      ),
      emergencyNumber: fc.constantFrom(null, '112'),
    });
    const entries = fc.array(fc.constantFrom('0', '1', '2', '9', 'words', ''), { maxLength: 9 });
    fc.assert(
      fc.property(menus, entries, (some, entered) => {
        const shown = ussdStep(entered.join('*'), some).screen;
        expect(shown).toMatch(/^(CON|END) /);
        const isOther = /[^\n\r -~£¥èéùìòÇØøÅåÆæßÉ¤¡ÄÖÑÜ§¿äöñüàΔΦΓΛΩΠΨΣΘΞ]/.test(shown);
        expect(shown.length - 4).toBeLessThanOrEqual(isOther ? 70 : 160);
      }),
    );
  });
});
