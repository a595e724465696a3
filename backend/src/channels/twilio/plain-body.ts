/**
 * Long messages with unusual letters arrive from some networks as base64. Whatever is not plainly that stays as it is.
 * Pure. Seen in the public source of nyaruka/courier.
 */

const shortest = 60;

export function plainBody(text: string): string {
  if (text.length < shortest || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return text;
  const bytes = Buffer.from(text, 'base64');
  const decoded = bytes.toString('utf8');
  const isText = Buffer.from(decoded, 'utf8').equals(bytes) && !/[\0-\x08\x0e-\x1f]/.test(decoded);
  // Words have gaps between them; a long name or a code that happens to decode has not.
  return isText && /\s/.test(decoded) ? decoded : text;
}
