/** What a coordinator says about a gateway that we do not know: how its messages look, and how ours are to look. */
import type { GatewayField } from '@atesto/contract';
import { countryField } from '../../gateways/index.js';

const places = {
  en: 'With {to} (number with +), {number} (without +), {text}, {id} and {key} in their places.',
  de: 'Mit {to} (Nummer mit +), {number} (ohne +), {text}, {id} und {key} an ihren Stellen.',
};

export const incomingFields: readonly GatewayField[] = [
  {
    name: 'fromField',
    type: 'text',
    isRequired: true,
    label: { en: 'Field of the sender', de: 'Feld des Absenders' },
    help: { en: 'Within JSON also a path, such as data.sender.', de: 'In JSON auch ein Pfad, etwa data.sender.' },
  },
  { name: 'textField', type: 'text', isRequired: true, label: { en: 'Field of the words', de: 'Feld des Textes' } },
  {
    name: 'idField',
    type: 'text',
    label: { en: 'Field of the message’s id', de: 'Feld der Nachrichtenkennung' },
    help: { en: 'So that repeats are known.', de: 'Damit Wiederholungen erkannt werden.' },
  },
  { name: 'timeField', type: 'text', label: { en: 'Field of the time', de: 'Feld der Zeit' } },
  {
    name: 'timeFormat',
    type: 'choice',
    label: { en: 'How the time is written', de: 'Schreibweise der Zeit' },
    choices: [
      { value: 'iso', label: { en: '2026-02-03 04:05:06', de: '2026-02-03 04:05:06' } },
      { value: 'seconds', label: { en: 'Seconds since 1970', de: 'Sekunden seit 1970' } },
      { value: 'milliseconds', label: { en: 'Milliseconds since 1970', de: 'Millisekunden seit 1970' } },
      { value: 'day-first', label: { en: '03/02/2026 04:05, day first', de: '03.02.2026 04:05, Tag zuerst' } },
      { value: 'month-first', label: { en: '02/03/2026 04:05, month first', de: '02/03/2026 04:05, Monat zuerst' } },
    ],
  },
  {
    name: 'secret',
    type: 'secret',
    label: { en: 'Secret', de: 'Geheimwort' },
    help: {
      en: 'Without one the address alone is the secret.',
      de: 'Ohne eines ist allein die Adresse das Geheimnis.',
    },
  },
  {
    name: 'secretIn',
    type: 'choice',
    label: { en: 'Where the secret stands', de: 'Wo das Geheimwort steht' },
    choices: [
      { value: 'field', label: { en: 'In a field', de: 'In einem Feld' } },
      { value: 'header', label: { en: 'In a header', de: 'In einem Header' } },
    ],
  },
  {
    name: 'secretName',
    type: 'text',
    label: { en: 'Name of that field or header', de: 'Name dieses Felds oder Headers' },
  },
  {
    name: 'answerStatus',
    type: 'number',
    label: { en: 'Status of the answer', de: 'Status der Antwort' },
    help: { en: '200 where nothing is set.', de: '200, wo nichts steht.' },
  },
  {
    name: 'answerBody',
    type: 'long',
    label: { en: 'Words of the answer', de: 'Text der Antwort' },
    help: { en: 'OK where nothing is set.', de: 'OK, wo nichts steht.' },
  },
  countryField,
];

export const outgoingFields: readonly GatewayField[] = [
  { name: 'sendUrl', type: 'text', label: { en: 'Address to send by', de: 'Adresse zum Senden' }, help: places },
  {
    name: 'sendAs',
    type: 'choice',
    label: { en: 'How it is called', de: 'Art des Aufrufs' },
    choices: [
      { value: 'get', label: { en: 'GET', de: 'GET' } },
      { value: 'form', label: { en: 'POST, a form', de: 'POST, Formular' } },
      { value: 'json', label: { en: 'POST, JSON', de: 'POST, JSON' } },
    ],
  },
  {
    name: 'sendFields',
    type: 'long',
    label: { en: 'What is sent', de: 'Was gesendet wird' },
    help: {
      en: `One field a line, such as recipient={number}, or a JSON object. ${places.en}`,
      de: `Ein Feld je Zeile, etwa recipient={number}, oder ein JSON-Objekt. ${places.de}`,
    },
  },
  {
    name: 'key',
    type: 'secret',
    label: { en: 'Key', de: 'Schlüssel' },
    help: { en: 'Put in for {key}.', de: 'Wird für {key} eingesetzt.' },
  },
  {
    name: 'authorization',
    type: 'text',
    label: { en: 'Authorization header', de: 'Header „Authorization“' },
    help: { en: 'Such as Bearer {key}.', de: 'Etwa Bearer {key}.' },
  },
  {
    name: 'success',
    type: 'text',
    label: { en: 'Words of success', de: 'Worte des Erfolgs' },
    help: {
      en: 'The answer holds them when the message was taken. Where nothing is set, the status decides.',
      de: 'Die Antwort enthält sie, wenn die Nachricht angenommen wurde. Wo nichts steht, entscheidet der Status.',
    },
  },
];
