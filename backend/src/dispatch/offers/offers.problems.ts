/** What can go wrong with offers of help. */
import { Problem } from '../../platform/index.js';

export const otherOffer = (): Problem =>
  new Problem(
    409,
    'id-taken',
    'Another offer has this id',
    'An offer with this id that says something else is here already. Give a new offer a new id.',
  );

export const offerInUse = (): Problem =>
  new Problem(409, 'offer-in-use', 'Not possible now', 'A task makes use of this offer. Cancel the task first.');

export const offerGone = (): Problem =>
  new Problem(409, 'offer-gone', 'Nothing is left of this offer', 'It was given away, ended or taken back meanwhile.');

export const otherKind = (): Problem =>
  new Problem(409, 'other-kind', 'It does not fit', 'What is offered is not what is needed.');
