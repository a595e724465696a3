/** What the log keeps of a request: enough to see why something failed, not who wrote. Pure. */

const longest = 2_000;
/** Values behind these names are never kept. */
const secretName = /secret|token|key|password|auth|sign|sig$/i;
/** Values behind these names say who somebody is. */
const personName = /from|phone|msisdn|sender|to$|sent_to|author|name|email|wa_id|user|chat|id$/i;
const numberLike = /\+?\d[\d\s().-]{5,}\d/g;
const mailLike = /[^\s@<>"']+@[^\s@<>"']+/g;

/** Whoever has such an address may act for somebody. */
const secretPath = /(\/(?:follow|gateways\/[\w-]+)\/)[\w-]{20,}/g;

/** Keeps the last two characters, so that two people can be told apart. */
const shortened = (text: string): string => `…${text.slice(-2)}`;

/** Numbers that may be somebody's, and e-mail addresses, in free words. */
export function maskedWords(text: string): string {
  return text
    .replace(secretPath, '$1…')
    .replace(mailLike, '…@…')
    .replace(numberLike, (digits) => shortened(digits));
}

function maskedValue(name: string, value: unknown): unknown {
  if (secretName.test(name)) return '•••';
  if (Array.isArray(value)) return value.slice(0, 20).map((inner) => maskedValue(name, inner));
  if (typeof value === 'object' && value !== null) return maskedFields(value as Record<string, unknown>);
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  return personName.test(name) ? shortened(String(value)) : typeof value === 'string' ? maskedWords(value) : value;
}

function maskedFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskedValue(name, value)]));
}

/** A line for the log from a text or from fields, at most 2,000 characters, without any of `secrets`. */
export function masked(content: string | Record<string, unknown> | unknown[], secrets: readonly string[] = []): string {
  const shown = typeof content === 'string' ? maskedWords(content) : JSON.stringify(maskedValue('', content));
  const text = secrets
    .filter((secret) => secret !== '')
    .reduce((rest, secret) => rest.replaceAll(secret, '•••'), shown);
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
