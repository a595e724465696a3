/** Takes mails apart as an IMAP server does: their structure and their numbered parts. As much as tests need. */

interface Entity {
  head: Buffer;
  body: Buffer;
  children: Entity[];
}

const gap = Buffer.from('\r\n\r\n');

function entityOf(source: Buffer): Entity {
  const end = source.indexOf(gap);
  const head = end < 0 ? source : source.subarray(0, end + gap.length);
  const body = end < 0 ? Buffer.alloc(0) : source.subarray(end + gap.length);
  const [, boundary] = /boundary="?([^"\s;]+)"?/i.exec(fieldOf(head, 'content-type')) ?? [];
  return { head, body, children: boundary === undefined ? [] : childrenOf(body, boundary) };
}

function childrenOf(body: Buffer, boundary: string): Entity[] {
  const pieces = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .map((piece) => entityOf(Buffer.from(piece.slice(piece.indexOf('\r\n') + 2), 'latin1')));
}

function fieldOf(head: Buffer, name: string): string {
  const unfolded = head.toString('latin1').replace(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: *(.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

const quoted = (text: string): string => (text === '' ? 'NIL' : `"${text.replace(/["\\]/g, '\\$&')}"`);

/** `"NAME" "value"` pairs of what stands behind the first semicolon. */
function parametersOf(field: string): string {
  const pairs = [...field.matchAll(/;\s*([\w-]+)\*?=\s*(?:"([^"]*)"|([^\s;]+))/g)];
  const written = pairs.map(([, name = '', inQuotes, bare]) => `${quoted(name)} ${quoted(inQuotes ?? bare ?? '')}`);
  return written.length === 0 ? 'NIL' : `(${written.join(' ')})`;
}

/** BODYSTRUCTURE of RFC 3501. */
export const structureOf = (source: Buffer): string => structure(entityOf(source));

function structure({ head, body, children }: Entity): string {
  const type = fieldOf(head, 'content-type') || 'text/plain';
  const [main = 'text', sub = 'plain'] = type.split(';')[0]?.trim().split('/') ?? [];
  if (children.length > 0)
    return `(${children.map(structure).join('')} ${quoted(sub)} ${parametersOf(type)} NIL NIL NIL)`;
  const placed = fieldOf(head, 'content-disposition');
  const disposition = placed === '' ? 'NIL' : `(${quoted(placed.split(';')[0] ?? '')} ${parametersOf(placed)})`;
  const encoding = fieldOf(head, 'content-transfer-encoding') || '7bit';
  const id = quoted(fieldOf(head, 'content-id'));
  const lines = main.toLowerCase() === 'text' ? ` ${body.toString('latin1').split('\r\n').length}` : '';
  const basic = `${quoted(main)} ${quoted(sub)} ${parametersOf(type)} ${id} NIL ${quoted(encoding)} ${body.length}${lines}`;
  return `(${basic} NIL ${disposition} NIL NIL)`;
}

/** `` the whole, `2.1` the content of a part, `2.1.MIME` its head, `TEXT` and `HEADER` those of the whole. */
export function partOf(source: Buffer, name: string): Buffer {
  if (name === '') return source;
  const [, numbers = '', what] = /^((?:\d+\.?)*?)\.?(MIME|TEXT|HEADER)?$/i.exec(name) ?? [];
  const path = numbers
    .split('.')
    .filter((number) => number !== '')
    .map(Number);
  const entity = path.reduce<Entity | undefined>(
    (at, number) => (at?.children.length === 0 && number === 1 ? at : at?.children[number - 1]),
    entityOf(source),
  );
  if (entity === undefined) return Buffer.alloc(0);
  return /^(MIME|HEADER)$/i.test(what ?? '') ? entity.head : entity.body;
}
