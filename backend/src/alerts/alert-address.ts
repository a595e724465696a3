/** An address as somebody typed it, in one spelling, so that equal ones are known. Pure. */
import type { AlertWay } from '@atesto/contract';
import { phoneNumber } from '../gateways/index.js';

const mail = /^[^\s@<>",;:()[\]\\]{1,64}@[^\s@<>",;:()[\]\\]{1,189}\.[^\s@<>",;:()[\]\\.]{2,63}$/;

/** Null for what is none. */
export function readAlertAddress(way: Exclude<AlertWay, 'push'>, text: string): string | null {
  const plain = text.trim();
  if (way === 'email') return mail.test(plain) ? plain.toLowerCase() : null;
  const { address, reporter } = phoneNumber(plain, undefined);
  return 'phone' in reporter && /^(\+|00)/.test(plain) ? address : null;
}

/** Many mailboxes are one person's: what stands behind a plus is the same to a guard. */
export const guardedAddress = (address: string): string => address.replace(/\+[^@]*@/, '@');
