/** The words of what is sent to people who work here. Never a word of a report, never who sent it. Pure. */
import type { NoticeKind, Severity } from '@atesto/contract';

interface NoticeTexts {
  one: Record<NoticeKind, string>;
  many: Record<NoticeKind, string>;
  severities: Record<Severity, string>;
  /** {count}, {deployment} */
  subject: string;
  noCategory: string;
  /** {lines} */
  more: string;
  why: string;
  /** {code} */
  code: string;
}

const en: NoticeTexts = {
  one: {
    report: 'New report',
    incident: 'New incident',
    'incident-changed': 'Incident changed',
    assigned: 'Assigned to you',
    mention: 'You are mentioned',
    answer: 'The reporter answered',
    'taken-over': 'Taken over from you',
  },
  many: {
    report: '{count} new reports',
    incident: '{count} new incidents',
    'incident-changed': '{count} changes of incidents',
    assigned: '{count} times assigned to you',
    mention: 'You are mentioned {count} times',
    answer: '{count} answers of reporters',
    'taken-over': '{count} times taken over from you',
  },
  severities: { low: 'low', normal: 'normal', high: 'high', critical: 'critical' },
  subject: '{deployment}: {count} notices',
  noCategory: 'no category',
  more: 'and {count} more',
  why: 'You get this because of your notices in Atesto. Change them there under Settings, My notices.',
  code: 'Your code for notices of {deployment}: {code}',
};

const de: NoticeTexts = {
  one: {
    report: 'Neue Meldung',
    incident: 'Neuer Vorfall',
    'incident-changed': 'Vorfall geändert',
    assigned: 'Dir zugewiesen',
    mention: 'Du wirst erwähnt',
    answer: 'Antwort auf eine Rückfrage',
    'taken-over': 'Von dir übernommen',
  },
  many: {
    report: '{count} neue Meldungen',
    incident: '{count} neue Vorfälle',
    'incident-changed': '{count} Änderungen an Vorfällen',
    assigned: '{count}-mal dir zugewiesen',
    mention: 'Du wirst {count}-mal erwähnt',
    answer: '{count} Antworten auf Rückfragen',
    'taken-over': '{count}-mal von dir übernommen',
  },
  severities: { low: 'gering', normal: 'normal', high: 'hoch', critical: 'kritisch' },
  subject: '{deployment}: {count} Hinweise',
  noCategory: 'ohne Kategorie',
  more: 'und {count} weitere',
  why: 'Das kommt wegen deiner Hinweise in Atesto. Dort unter Einstellungen, Meine Hinweise, lassen sie sich ändern.',
  code: 'Dein Code für Hinweise von {deployment}: {code}',
};

export const noticeTexts = { en, de };

export const filled = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (open, name: string) => String(values[name] ?? open));
