/** Which reports of the web wait in quarantine until a responder has looked. Pure. */
import type { Policy } from '@atesto/contract';
import type { Access } from '../../platform/index.js';
import { leastFormSeconds } from './form-time.js';

export interface Signs {
  /** Something stood in the field that people do not see. */
  isTrapped: boolean;
  /** Seconds from the making of a plain form to its sending; null where no form says so. */
  formSeconds: number | null;
}

export function mustWait(policy: Policy, by: Access, { isTrapped, formSeconds }: Signs): boolean {
  const isSigned = by.userId !== null || by.isAdmin;
  return (
    isTrapped || (formSeconds !== null && formSeconds < leastFormSeconds) || (policy.quarantineUnsigned && !isSigned)
  );
}
