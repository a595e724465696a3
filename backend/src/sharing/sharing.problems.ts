/** Why sharing is refused. */
import { notAllowed, Problem, type Access } from '../platform/index.js';

export const nothingLeaves = (): Problem =>
  new Problem(409, 'exercise', 'An exercise', 'Nothing leaves an exercise, and nothing comes into it.');

export const wrongInvitation = (): Problem =>
  new Problem(409, 'wrong-invitation', 'Not an open invitation', 'It is damaged, was entered before, or ran out.');

export const notReached = (detail: string): Problem =>
  new Problem(409, 'partner-not-reached', 'The other side was not reached', detail);

export const ownDeployment = (): Problem =>
  new Problem(409, 'own-deployment', 'This very deployment', 'A deployment does not share with itself.');

export const notActive = (): Problem =>
  new Problem(409, 'partnership-ended', 'No partnership', 'The partnership has not begun, or was ended.');

export const sharedAlready = (): Problem =>
  new Problem(409, 'shared-already', 'Shared already', 'It is shared with them, or came from them.');

export const confirmHidden = (): Problem =>
  new Problem(
    409,
    'confirm-hidden',
    'Not for the public',
    'The public may not see it here. Confirm that it is shared.',
  );

export const confirmExact = (): Problem =>
  new Problem(409, 'confirm-exact', 'Sensitive', 'It is sensitive. Confirm that its exact place is shared.');

export const decidedAlready = (): Problem =>
  new Problem(409, 'decided-already', 'Decided already', 'Somebody has accepted or refused it.');

export const withdrawnThere = (): Problem =>
  new Problem(409, 'withdrawn-there', 'Withdrawn', 'They have withdrawn it.');

/** Told to servers. */
export const unsigned = (): Problem => new Problem(400, 'unsigned', 'Not signed', 'The call bears no signature.');
export const wrongSigned = (): Problem =>
  new Problem(403, 'wrong-signature', 'Wrong signature', 'The signature, its time or the partnership is not right.');
export const partnershipGone = (): Problem =>
  new Problem(410, 'partnership-ended', 'Ended', 'The partnership was ended.');

/** With whom something is shared is decided by people. @throws Problem 403 for a program with an API key */
export function refuseKey(by: Access): void {
  if (by.key !== undefined) throw notAllowed('A person has to do this, not an API key.');
}
