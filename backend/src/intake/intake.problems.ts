/** Why a report is not taken in. */
import { Problem } from '../platform/index.js';

export const sameIdOtherText = (): Problem =>
  new Problem(
    409,
    'id-taken',
    'Another report has this id',
    'A report with this id and another text is here already. Give a new report a new id.',
  );

export const membersOnly = (): Problem =>
  new Problem(403, 'members-only', 'Not open to everyone', 'Only members of this deployment may report here.');
