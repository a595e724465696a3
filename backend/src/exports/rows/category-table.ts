/** The categories of a deployment by the bytes of their ids, found without making a text of them. Pure. */
const idBytes = 16;
/** Nearly all ids differ in these; the whole of it decides. */
const tailBytes = 4;

export class CategoryTable<Words> {
  private readonly byTail = new Map<number, { id: Buffer; words: Words }[]>();

  constructor(categories: readonly { id: string; words: Words }[]) {
    for (const { id: uuid, words } of categories) {
      const id = Buffer.from(uuid.replaceAll('-', ''), 'hex');
      const tail = id.readInt32BE(idBytes - tailBytes);
      this.byTail.set(tail, [...(this.byTail.get(tail) ?? []), { id, words }]);
    }
  }

  /** By the id that stands in `bytes` at `start`. */
  find(bytes: Buffer, start: number): Words | undefined {
    const alike = this.byTail.get(bytes.readInt32BE(start + idBytes - tailBytes));
    if (alike === undefined) return undefined;
    for (const { id, words } of alike) if (stands(id, bytes, start)) return words;
    return undefined;
  }
}

function stands(id: Buffer, bytes: Buffer, start: number): boolean {
  for (let at = 0; at < idBytes; at++) if (id[at] !== bytes[start + at]) return false;
  return true;
}
