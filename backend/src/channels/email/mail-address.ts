/**
 * Where an answer by mail goes, and to which of the person's mails: kept as one sealed text with the sender, since what
 * a mail is called and about says who somebody is. Pure.
 */
export interface MailAddress {
  address: string;
  /** Name of the person's last mail, with angle brackets. */
  messageId?: string | undefined;
  /** What that one named before, the oldest first. */
  references?: string | undefined;
  subject?: string | undefined;
}

const longestSubject = 200;
const mostReferences = 10;
const prefixes = /^\s*((re|aw|sv|antw?|rif|res|ref|r|رد|bls)\s*(\[\d+\])?\s*:\s*)+/i;

const passedOn = /^\s*(fwd?|wg|tr|rv|enc)\s*:/i;

/** For `InboundMessage.address`. */
export const writtenAddress = (address: MailAddress): string => JSON.stringify(address);

/** An address alone is that of somebody who is written to first. */
export const readAddress = (text: string): MailAddress =>
  text.startsWith('{') ? (JSON.parse(text) as MailAddress) : { address: text };

export const isAnswerSubject = (subject: string): boolean => prefixes.test(subject);

/** What such a mail quotes is what it is about. */
export const isPassedOn = (subject: string): boolean => passedOn.test(subject);

/** `fallback`: where the person's mail had none. */
export function answerSubject(subject: string | undefined, fallback: string): string {
  const plain = (subject ?? '').replace(prefixes, '').replace(/\s+/g, ' ').trim() || fallback;
  return `Re: ${plain.slice(0, longestSubject)}`;
}

/** The thread as an answer names it. */
export function threadOf({ messageId, references }: MailAddress): { inReplyTo: string; references: string } | null {
  if (messageId === undefined) return null;
  const before = (references ?? '').match(/<[^\s<>]{1,250}>/g) ?? [];
  const names = [...before.filter((name) => name !== messageId).slice(-mostReferences), messageId];
  return { inReplyTo: messageId, references: names.join(' ') };
}
