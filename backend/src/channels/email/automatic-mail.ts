/**
 * Mails that no person wrote: answering them makes two machines talk without end. Pure.
 * Sources: RFC 3834 (Auto-Submitted), RFC 2076 (Precedence), RFC 2919 (List-Id), RFC 3464 (delivery reports).
 */

export interface MailHeaders {
  /** Values of a field in the order in which they stand, unfolded; the name in lower case. */
  all: (name: string) => string[];
}

const machines = /^(mailer-daemon|postmaster|mail-daemon)@/i;
const bulk = /^(bulk|list|junk|auto_reply)\b/i;

/** Why nobody wrote this, null where somebody did. `own`: the address of the mailbox. */
export function whyAutomatic(headers: MailHeaders, from: string, own: string): string | null {
  const first = (name: string): string => headers.all(name)[0]?.trim() ?? '';
  const submitted = first('auto-submitted').toLowerCase();
  if (submitted !== '' && !/^no\b/.test(submitted)) return 'It was sent automatically.';
  if (bulk.test(first('precedence'))) return 'It was sent to many.';
  if (first('list-id') !== '') return 'It came through a mailing list.';
  if (/^<\s*>$/.test(first('return-path'))) return 'It is a notice of a mail server.';
  if (/^multipart\/report\b/i.test(first('content-type'))) return 'It is a notice of a mail server.';
  if (machines.test(from)) return 'It is from a mail server.';
  if (from.toLowerCase() === own.toLowerCase()) return 'It is from this mailbox itself.';
  if (first('x-autoreply') !== '' || first('x-autorespond') !== '') return 'It was sent automatically.';
  return null;
}

/** Says that a mail did not arrive, for good. */
export const isFailureReport = (headers: MailHeaders, source: string): boolean =>
  /^multipart\/report\b/i.test(headers.all('content-type')[0] ?? '') && /^Action:\s*failed\s*$/im.test(source);
