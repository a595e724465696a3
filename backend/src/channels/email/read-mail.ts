/** A mail as it lies in the mailbox, read: who wrote what, in answer to what. Pure but for the parser's own promise. */
import { simpleParser, type ParsedMail } from 'mailparser';
import { isFailureReport, whyAutomatic, type MailHeaders } from './automatic-mail.js';
import { isDoubtful } from './authentication-results.js';
import { cutQuotes } from './cut-quotes.js';
import { isAnswerSubject, isPassedOn } from './mail-address.js';

export interface ReadMail {
  /** As shown, in lower case. */
  from: string;
  name: string | null;
  subject: string | null;
  /** What the person wrote themselves, with the subject before it where that says more. */
  text: string;
  /** Everything that tells this mail from others. */
  fingerprint: string[];
  /** With angle brackets. */
  messageId: string | null;
  /** Names of the mails that it answers, the last one last. */
  references: string;
  sentAt: Date | null;
  isDoubtful: boolean;
  /** Null: a person wrote it. */
  whyAutomatic: string | null;
  /** Says that a mail of ours did not arrive. */
  isFailureReport: boolean;
}

const address = /^[^\s@<>"',;:()[\]\\]{1,64}@[^\s@<>"',;:()[\]\\]{1,253}$/;
const longestSubject = 300;
const longestName = 200;
const longestId = 900;

/** `own`: the address of the mailbox. @throws Error in plain words when nobody can be told to have written it */
export async function readMail(source: Buffer, own: string): Promise<ReadMail> {
  const mail = await simpleParser(source, { skipTextToHtml: true, skipImageLinks: true, keepCidLinks: true });
  const headers = headersOf(mail);
  const sender = mail.from?.value[0];
  const from = sender?.address?.toLowerCase() ?? '';
  if (!address.test(from)) throw new Error('It names nobody who wrote it.');
  const subject = mail.subject?.replace(/\s+/g, ' ').trim().slice(0, longestSubject) ?? '';
  const references = [mail.references ?? [], mail.inReplyTo ?? []].flat().join(' ');
  const { date, text: words = '', messageId = '' } = mail;
  const isReply = !isPassedOn(subject) && (references !== '' || isAnswerSubject(subject));
  return {
    from,
    name: sender?.name?.trim().slice(0, longestName) || null,
    subject: subject === '' ? null : subject,
    text: joined(subject, cutQuotes(words, isReply)),
    fingerprint: [from, date?.toISOString() ?? '', subject, words],
    messageId: /^<[^\s<>]+>$/.test(messageId) && messageId.length <= longestId ? messageId : null,
    references,
    sentAt: date === undefined || Number.isNaN(date.getTime()) ? null : date,
    isDoubtful: isDoubtful(headers, from),
    whyAutomatic: whyAutomatic(headers, from, own),
    isFailureReport: isFailureReport(headers, source.toString('latin1')),
  };
}

/** A subject that is no answer's often says the most important thing, and sometimes all. */
function joined(subject: string, text: string): string {
  if (subject === '' || isAnswerSubject(subject) || text.startsWith(subject)) return text;
  return text === '' ? subject : `${subject}\n${text}`;
}

function headersOf({ headerLines }: ParsedMail): MailHeaders {
  const values = (name: string): string[] =>
    headerLines
      .filter(({ key }) => key === name)
      .map(({ line }) =>
        line
          .slice(line.indexOf(':') + 1)
          .replace(/\r?\n[ \t]+/g, ' ')
          .trim(),
      );
  return { all: values };
}
