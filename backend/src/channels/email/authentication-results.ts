/**
 * Whether the mailbox's own server doubts that a mail is from whom it says. Anybody can write anybody's address above a
 * mail; the server notes what it found out about it. Pure. Sources: RFC 8601, RFC 7489.
 */
import type { MailHeaders } from './automatic-mail.js';

interface Finding {
  method: string;
  result: string;
  /** The domain that it is about, null where it is not named. */
  domain: string | null;
}

const failing = new Set(['fail', 'softfail', 'hardfail', 'policy']);

/** `from`: the address that the mail shows. No note is no doubt: many servers write none. */
export function isDoubtful(headers: MailHeaders, from: string): boolean {
  const findings = ownFindings(headers.all('authentication-results'));
  const domain = domainOf(from);
  const dmarc = findings.filter(({ method }) => method === 'dmarc').map(({ result }) => result);
  if (dmarc.some((result) => failing.has(result))) return true;
  if (dmarc.includes('pass')) return false;
  const others = findings.filter(({ method }) => method === 'dkim' || method === 'spf');
  const vouched = others.some((finding) => finding.result === 'pass' && isAligned(finding.domain, domain));
  return !vouched && others.some(({ result }) => failing.has(result));
}

/** Each server puts its own above what is there, so the topmost name is the own server's; below may be lies. */
function ownFindings(fields: readonly string[]): Finding[] {
  const notes = fields.map((field) => field.replace(/\([^()]*\)/g, ' ').split(';'));
  const own = serverOf(notes[0]);
  return notes.filter((note) => serverOf(note) === own).flatMap((note) => note.slice(1).flatMap(findingOf));
}

const serverOf = (note: string[] | undefined): string => note?.[0]?.trim().split(/\s/)[0]?.toLowerCase() ?? '';

function findingOf(text: string): Finding[] {
  const [, method, result] = /^\s*(dmarc|dkim|spf)(?:\/\d+)?\s*=\s*([a-z]+)/i.exec(text) ?? [];
  if (method === undefined || result === undefined) return [];
  const [, named] = /\b(?:header\.(?:d|i|from)|smtp\.(?:mailfrom|from))\s*=\s*"?([^\s";]+)/i.exec(text) ?? [];
  const domain = named === undefined ? null : domainOf(named);
  return [{ method: method.toLowerCase(), result: result.toLowerCase(), domain }];
}

const domainOf = (address: string): string => (address.split('@').pop() ?? '').toLowerCase().replace(/\.$/, '');

/** The same, or one below the other; who signs for a parent may sign for its children. */
function isAligned(vouched: string | null, shown: string): boolean {
  if (vouched === null || !vouched.includes('.') || !shown.includes('.')) return false;
  return vouched === shown || vouched.endsWith(`.${shown}`) || shown.endsWith(`.${vouched}`);
}
