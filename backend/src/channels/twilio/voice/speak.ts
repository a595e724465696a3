/** What a caller hears at each step, as TwiML. The address of the next step carries what was chosen. Pure. */
import type { Deployment } from '../../../deployments/index.js';
import { speakerOf, type Speaker } from './texts/index.js';
import { gather, hangUp, record, say, twiml } from './twiml.js';
import { kindsOf, spokenLanguages } from './voice-menu.js';

/** Of the gateway, for callbacks; never heard. */
export interface Own {
  url: string;
  deployment: Deployment;
}

const address = (url: string, query: Record<string, string | null>): string => {
  const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null);
  return `${url}?${new URLSearchParams(given).toString()}`;
};

/** Otherwise 112 is said as a hundred and twelve. */
const digitByDigit = (number: string): string => number.replace(/(\d)(?=\d)/g, '$1 ');

function welcome(speaker: Speaker, { name, policy }: Deployment): string {
  const { greeting, emergency } = speaker.texts;
  const danger = policy.emergencyNumber === null ? '' : ` ${emergency(digitByDigit(policy.emergencyNumber))}`;
  return say(speaker, `${greeting(name)}${danger}`);
}

/** A choice of languages only where there is one, each said in itself. */
export function greet(own: Own): string {
  const languages = spokenLanguages(own.deployment);
  if (languages.length < 2) {
    const [language = 'en'] = languages;
    return askKind(own, language);
  }
  const choices = languages.map((tag, at) => say(speakerOf(tag), speakerOf(tag).texts.choose(at + 1)));
  return twiml(gather(address(own.url, { step: 'kind' }), choices.join('')));
}

export function askKind(own: Own, language: string): string {
  const speaker = speakerOf(language);
  const { kind, press, otherwise } = speaker.texts;
  const greeting = welcome(speaker, own.deployment);
  const kinds = kindsOf(own.deployment, language);
  if (kinds.length === 0) return askWords(own, language, null, greeting);
  const choices = kinds.map(({ name }, at) => say(speaker, press(name, at + 1)));
  const said = [say(speaker, kind), ...choices, say(speaker, otherwise)].join('');
  return twiml(greeting + gather(address(own.url, { step: 'words', language }), said));
}

export function askWords(own: Own, language: string, category: string | null, before = ''): string {
  const speaker = speakerOf(language);
  const state = { language, category };
  const said = address(own.url, { step: 'said', ...state });
  const recorded = address(`${own.url}/recording`, state);
  return twiml(before + say(speaker, speaker.texts.record) + record(said, recorded));
}

export function thank(language: string): string {
  const speaker = speakerOf(language);
  return twiml(say(speaker, speaker.texts.thanks) + hangUp);
}

/** For somebody who is called back: the responder's words, and a place to answer. */
export function askBack(own: Own, language: string, text: string, message: string): string {
  const speaker = speakerOf(language);
  const { question, answer } = speaker.texts;
  const state = { language, message };
  const said = address(own.url, { step: 'answered', ...state });
  const spoken = [question(own.deployment.name), text, answer].map((words) => say(speaker, words));
  return twiml(spoken.join('') + record(said, address(`${own.url}/recording`, state)));
}
