import { describe, expect, it } from '@jest/globals';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import fc from 'fast-check';
import { Deployment, type CategoryNode } from '../../../deployments/index.js';
import { askBack, askKind, askWords, greet, thank, type Own } from './speak.js';
import { isSpoken, speakerOf } from './texts/index.js';
import { chosenKind, chosenLanguage } from './voice-menu.js';

const kind = (code: string, names: Record<string, string>, more: Partial<CategoryNode> = {}): CategoryNode => ({
  id: code,
  code,
  names,
  parentId: null,
  colour: '#000000',
  icon: 'dot',
  sensitive: false,
  archived: false,
  ...more,
});
const water = kind('water', { en: 'Water', de: 'Wasser' });
const categories = [
  water,
  kind('well', { en: 'Well' }, { parentId: 'water' }),
  kind('former', { en: 'Former' }, { archived: true }),
  kind('fire', { en: 'Fire & smoke' }),
];

const deploymentOf = (languages: string[], nodes = categories, emergencyNumber: string | null = null): Deployment => {
  const area = { west: 0, south: 0, east: 1, north: 1 };
  const policy = { emergencyNumber } as Deployment['policy'];
  return new Deployment('id', 'main', 'Flood <map>', area, languages, policy, 1, nodes);
};
const own = (languages: string[], nodes = categories, number: string | null = null): Own => ({
  url: 'https://map.example.org/gateways/twilio-voice/t',
  deployment: deploymentOf(languages, nodes, number),
});

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
interface Said {
  '#text': string;
  language: string;
  voice?: string;
}
interface Gather {
  action: string;
  numDigits: string;
  Say: Said[];
}
const read = (xml: string) => {
  expect(XMLValidator.validate(xml)).toBe(true);
  return (parser.parse(xml) as { Response: { Gather: Gather; Say: Said; Record: Record<string, string> } }).Response;
};

describe('a caller', () => {
  it('chooses a language only where several are spoken, each said in itself', () => {
    const { Gather } = read(greet(own(['de', 'en', 'id', 'ar'])));
    expect(Gather).toMatchObject({
      numDigits: '1',
      action: 'https://map.example.org/gateways/twilio-voice/t?step=kind',
    });
    expect(Gather.Say.map(({ language, voice }) => [language, voice])).toEqual([
      ['de-DE', undefined],
      ['en-US', undefined],
      ['arb', 'Polly.Zeina'],
    ]);
    expect(Gather.Say[0]?.['#text']).toBe('Für Deutsch drücken Sie die 1.');
    expect(read(greet(own(['de', 'id']))).Gather.action).toContain('step=words&language=de');
  });

  it('hears the emergency number digit by digit, and the kinds by their keys', () => {
    const { Say, Gather } = read(askKind(own(['en', 'de'], categories, '112'), 'de'));
    expect(Say['#text']).toContain('rufen Sie 1 1 2 an');
    expect(Gather.Say.map((said) => said['#text'])).toEqual([
      'Worum geht es?',
      'Wasser: drücken Sie die 1.',
      'Fire & smoke: drücken Sie die 2.',
      'Für alles andere drücken Sie die 0.',
    ]);
  });

  it('is told of being recorded before speaking; what was chosen goes on in the addresses', () => {
    const { Say, Record } = read(askWords(own(['en']), 'en', 'fire'));
    expect(Say['#text']).toContain('is recorded');
    expect(Record).toMatchObject({
      maxLength: '120',
      finishOnKey: '#',
      action: 'https://map.example.org/gateways/twilio-voice/t?step=said&language=en&category=fire',
      recordingStatusCallback: 'https://map.example.org/gateways/twilio-voice/t/recording?language=en&category=fire',
    });
  });

  it('is asked for words at once where there is nothing to choose', () => {
    expect(read(greet(own(['en'], []))).Record['action']).toContain('step=said&language=en');
  });

  it('never hears anything secret at the end', () => {
    expect(thank('en')).not.toMatch(/https?:|follow|token/);
  });

  it('who is called back hears the question as it was written', () => {
    const xml = askBack(own(['en']), 'en', 'Is the <bridge> & the dam "safe"? \u0001', 'm1');
    expect(xml).toContain('Is the &lt;bridge&gt; &amp; the dam &quot;safe&quot;?');
    expect(read(xml).Record['action']).toContain('step=answered&language=en&message=m1');
  });

  it('is understood as XML whatever names are given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(XMLValidator.validate(askKind(own(['en'], [kind('x', { en: name })]), 'en'))).toBe(true);
      }),
    );
  });
});

describe('a key', () => {
  const deployment = deploymentOf(['de', 'xx', 'en']);

  it.each([
    ['1', 'de'],
    ['2', 'en'],
    ['3', 'de'],
    ['', 'de'],
    ['#', 'de'],
  ])('%j chooses the language %s', (digits, language) => {
    expect(chosenLanguage(deployment, digits)).toBe(language);
  });

  it.each([
    ['1', 'water'],
    ['2', 'fire'],
    ['0', null],
    ['3', null],
    ['', null],
    ['*', null],
  ])('%j chooses the kind %s', (digits, code) => {
    expect(chosenKind(deployment, digits)).toBe(code);
  });

  it('of a language that nobody here speaks is English', () => {
    expect(chosenLanguage(deploymentOf(['id']), '1')).toBe('en');
    expect([isSpoken('constructor'), speakerOf('constructor').language]).toEqual([false, 'en-US']);
  });
});
