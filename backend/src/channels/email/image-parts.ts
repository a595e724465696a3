/** Which parts of a mail are photos, from its structure alone, so that they are fetched later, one by one. Pure. */
import type { MessageStructureObject } from 'imapflow';

const imageName = /\.(jpe?g|png|webp|heic|heif|gif|tiff?)$/i;
/** Encoded. Smaller ones within the words are logos under a signature. */
const leastInline = 20_000;
export const largestImage = 30 * 1024 * 1024;

/** Numbers of the parts, as IMAP counts them. */
export function imageParts(structure: MessageStructureObject | undefined, most: number): string[] {
  return structure === undefined ? [] : found(structure).slice(0, most);
}

function found(node: MessageStructureObject): string[] {
  if (node.childNodes !== undefined) return node.childNodes.flatMap(found);
  const name = node.dispositionParameters?.['filename'] ?? node.parameters?.['name'] ?? '';
  const isImage = node.type.startsWith('image/') || (node.type === 'application/octet-stream' && imageName.test(name));
  const size = node.size ?? 0;
  const isShown = node.disposition !== 'attachment' && (node.disposition === 'inline' || node.id !== undefined);
  return isImage && size <= largestImage && (!isShown || size >= leastInline) ? [node.part ?? '1'] : [];
}
