/**
 * The names of our own mails. They hold the message's id and a proof, so that a mail that answers one is known to answer
 * it: nobody else can have made the name. Pure.
 */
import type { Keys } from '../../platform/index.js';

const shape = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([0-9a-f]{24})@[^\s<>@]{1,255}>/gi;
/** What a mail names is read so far. */
const longestNames = 20_000;

type Proofs = Pick<Keys, 'tagOf'>;

const proofOf = (keys: Proofs, id: string): string => keys.tagOf('mail', id).subarray(0, 12).toString('hex');

/** With angle brackets. `address` is that of the mailbox. */
export function mailIdOf(keys: Proofs, id: string, address: string): string {
  return `<${id}.${proofOf(keys, id)}@${address.split('@').pop() ?? 'localhost'}>`;
}

/** The message of ours that is named last, null where none is. */
export function messageNamedIn(keys: Proofs, names: string): string | null {
  const found = [...names.slice(-longestNames).matchAll(shape)].reverse();
  for (const [, id = '', proof = ''] of found) {
    // Some programs write what they answer in their own case.
    if (proofOf(keys, id.toLowerCase()) === proof.toLowerCase()) return id.toLowerCase();
  }
  return null;
}
