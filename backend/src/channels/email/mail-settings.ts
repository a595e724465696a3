/** What a coordinator enters for a mailbox, and what becomes of it. Pure. */
import type { FieldError, GatewayField } from '@atesto/contract';

export interface MailServer {
  host: string;
  port: number;
  user: string;
  password: string;
}

export interface MailSettings {
  /** Of the mailbox; mails to it come in, answers come from it. */
  address: string;
  /** Shown before the address, null for the deployment's own. */
  name: string | null;
  folder: string;
  incoming: MailServer;
  outgoing: MailServer;
}

/** Ports on which the connection is encrypted from its first byte; on others it becomes so. */
const encryptedPorts = new Set([993, 465]);
export const isEncryptedPort = (port: number): boolean => encryptedPorts.has(port);

const incomingPort = 993;
const outgoingPort = 465;

const text = (name: string, more: Omit<GatewayField, 'name' | 'type'>): GatewayField => ({
  name,
  type: 'text',
  ...more,
});

export const mailFields: readonly GatewayField[] = [
  text('address', {
    isRequired: true,
    label: { en: 'E-mail address', de: 'E-Mail-Adresse' },
    help: { en: 'Where people write to.', de: 'An die man schreibt.' },
  }),
  text('name', {
    label: { en: 'Name of the sender', de: 'Name des Absenders' },
    help: { en: 'The name of the deployment where nothing is set.', de: 'Der Name des Einsatzes, wo nichts steht.' },
  }),
  text('user', {
    label: { en: 'User', de: 'Benutzer' },
    help: { en: 'The e-mail address where nothing is set.', de: 'Die E-Mail-Adresse, wo nichts steht.' },
  }),
  { name: 'password', type: 'secret', isRequired: true, label: { en: 'Password', de: 'Passwort' } },
  text('imapHost', {
    isRequired: true,
    label: { en: 'Server for incoming mail (IMAP)', de: 'Server für eingehende Post (IMAP)' },
  }),
  {
    name: 'imapPort',
    type: 'number',
    label: { en: 'Its port', de: 'Dessen Port' },
    help: { en: '993 where nothing is set.', de: '993, wo nichts steht.' },
  },
  text('folder', {
    label: { en: 'Folder', de: 'Ordner' },
    help: { en: 'INBOX where nothing is set.', de: 'INBOX, wo nichts steht.' },
  }),
  text('smtpHost', {
    isRequired: true,
    label: { en: 'Server for outgoing mail (SMTP)', de: 'Server für ausgehende Post (SMTP)' },
  }),
  {
    name: 'smtpPort',
    type: 'number',
    label: { en: 'Its port', de: 'Dessen Port' },
    help: { en: '465 where nothing is set; 587 is usual, too.', de: '465, wo nichts steht; üblich ist auch 587.' },
  },
  text('smtpUser', {
    label: { en: 'User for outgoing mail', de: 'Benutzer für ausgehende Post' },
    help: { en: 'Where it is another one.', de: 'Wo es ein anderer ist.' },
  }),
  {
    name: 'smtpPassword',
    type: 'secret',
    label: { en: 'Password for outgoing mail', de: 'Passwort für ausgehende Post' },
    help: { en: 'Where it is another one.', de: 'Wo es ein anderes ist.' },
  },
];

type Settings = Readonly<Record<string, unknown>>;

const words = (settings: Settings, name: string): string | null => {
  const value = settings[name];
  return typeof value === 'string' && value !== '' ? value : null;
};
const port = (settings: Settings, name: string, usual: number): number => {
  const value = settings[name];
  return typeof value === 'number' ? value : usual;
};

export function mailSettings(settings: Settings): MailSettings {
  const address = words(settings, 'address') ?? '';
  const user = words(settings, 'user') ?? address;
  const password = words(settings, 'password') ?? '';
  return {
    address,
    name: words(settings, 'name'),
    folder: words(settings, 'folder') ?? 'INBOX',
    incoming: {
      host: words(settings, 'imapHost') ?? '',
      port: port(settings, 'imapPort', incomingPort),
      user,
      password,
    },
    outgoing: {
      host: words(settings, 'smtpHost') ?? '',
      port: port(settings, 'smtpPort', outgoingPort),
      user: words(settings, 'smtpUser') ?? user,
      password: words(settings, 'smtpPassword') ?? password,
    },
  };
}

const addressShape = /^[^\s@<>"',;:()[\]\\]{1,64}@[a-z0-9.-]{1,253}$/i;
const hostShape = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i;

export function mailFaults(settings: Settings): FieldError[] {
  const { address, name, incoming, outgoing } = mailSettings(settings);
  const isPort = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 65_535;
  const checks: [name: string, isGood: boolean, detail: string][] = [
    ['address', addressShape.test(address), 'must be an e-mail address'],
    ['name', !/[\r\n<>"]/.test(name ?? ''), 'must not hold quotes or brackets'],
    ['imapHost', hostShape.test(incoming.host), 'must be the name of a server'],
    ['smtpHost', hostShape.test(outgoing.host), 'must be the name of a server'],
    ['imapPort', isPort(incoming.port), 'must be a port, from 1 to 65535'],
    ['smtpPort', isPort(outgoing.port), 'must be a port, from 1 to 65535'],
  ];
  return checks.filter(([, isGood]) => !isGood).map(([field, , detail]) => ({ pointer: `/settings/${field}`, detail }));
}
