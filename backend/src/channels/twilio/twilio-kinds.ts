/** The two kinds that share everything but their words and how addresses are written. */
import type { Channel, GatewayField, Translations } from '@atesto/contract';

export interface TwilioKind {
  kind: string;
  channel: Extract<Channel, 'sms' | 'whatsapp'>;
  name: Translations;
  about: Translations;
  /** Before a number, in Twilio's spelling. */
  prefix: string;
  /** Twilio itself answers STOP and START. */
  isStopAnswered: boolean;
  /** How long after a person wrote they may be written to. */
  windowHours: number | null;
}

export const twilioSms: TwilioKind = {
  kind: 'twilio-sms',
  channel: 'sms',
  name: { en: 'SMS and MMS through Twilio', de: 'SMS und MMS über Twilio' },
  about: {
    en: 'A number at Twilio hands on what it receives. In Twilio’s console, open the number (or the messaging service) and enter the address below for “A message comes in”, as a webhook with HTTP POST. Twilio itself answers STOP and START.',
    de: 'Eine Nummer bei Twilio leitet weiter, was sie empfängt. Öffnen Sie in Twilios Konsole die Nummer (oder den Messaging Service) und tragen Sie die Adresse unten bei „A message comes in“ ein, als Webhook mit HTTP POST. Twilio selbst beantwortet STOP und START.',
  },
  prefix: '',
  isStopAnswered: true,
  windowHours: null,
};

export const twilioWhatsApp: TwilioKind = {
  kind: 'twilio-whatsapp',
  channel: 'whatsapp',
  name: { en: 'WhatsApp through Twilio', de: 'WhatsApp über Twilio' },
  about: {
    en: 'A WhatsApp sender at Twilio hands on words, pictures, voice messages and places. In Twilio’s console, open the WhatsApp sender and enter the address below as “Webhook URL for incoming messages”, with HTTP POST. WhatsApp takes free words for 24 hours after the person wrote; later questions stay here.',
    de: 'Ein WhatsApp-Absender bei Twilio leitet Worte, Bilder, Sprachnachrichten und Orte weiter. Öffnen Sie in Twilios Konsole den WhatsApp-Absender und tragen Sie die Adresse unten als „Webhook URL for incoming messages“ ein, mit HTTP POST. WhatsApp nimmt freie Worte 24 Stunden lang, nachdem die Person schrieb; spätere Fragen bleiben hier.',
  },
  prefix: 'whatsapp:',
  isStopAnswered: false,
  windowHours: 24,
};

/** What any use of an account at Twilio needs. */
export const accountFields: readonly GatewayField[] = [
  {
    name: 'accountSid',
    type: 'text',
    isRequired: true,
    label: { en: 'Account SID', de: 'Account SID' },
    help: {
      en: 'Begins with AC; on the first page of Twilio’s console.',
      de: 'Beginnt mit AC; auf der ersten Seite von Twilios Konsole.',
    },
  },
  {
    name: 'authToken',
    type: 'secret',
    isRequired: true,
    label: { en: 'Auth token', de: 'Auth Token' },
    help: {
      en: 'The primary one beside the Account SID: Twilio signs its requests with it.',
      de: 'Der erste neben der Account SID: Twilio unterschreibt damit seine Anfragen.',
    },
  },
];

export const apiUrlField: GatewayField = {
  name: 'apiUrl',
  type: 'text',
  label: { en: 'Address of the API', de: 'Adresse der API' },
  help: {
    en: 'Only for a region of Twilio’s or a test server; otherwise leave it empty.',
    de: 'Nur für eine Region von Twilio oder einen Testserver; sonst leer lassen.',
  },
};

export const messageFields: readonly GatewayField[] = [
  ...accountFields,
  {
    name: 'from',
    type: 'text',
    label: { en: 'Sender', de: 'Absender' },
    help: {
      en: 'The number that answers come from, as +12025550100. Not needed with a messaging service.',
      de: 'Die Nummer, von der Antworten kommen, als +12025550100. Mit einem Messaging Service nicht nötig.',
    },
  },
  {
    name: 'messagingServiceSid',
    type: 'text',
    label: { en: 'Messaging service SID', de: 'Messaging Service SID' },
    help: { en: 'Begins with MG, where one is used.', de: 'Beginnt mit MG, wo einer benutzt wird.' },
  },
  apiUrlField,
];
