/** Why an action cannot be taken back. */
import { notAllowed, Problem } from '../platform/index.js';
import type { LaterEntry } from './undo.queries.js';

/** A kind as words: `report.claimed` is "report claimed". */
const wordsOf = (kind: string): string => kind.replaceAll(/[._]/g, ' ');

/** Names what changed since: who, when and what. */
export function changedSince(later: LaterEntry | null, pointers: readonly string[]): Problem {
  const told =
    later === null
      ? 'It is no longer as this action left it.'
      : `Since then: ${wordsOf(later.kind)} by ${later.name ?? 'the system or a reporter'} at ${later.at.toISOString()}.`;
  const errors = pointers.map((pointer) => ({ pointer, detail: 'changed since' }));
  return new Problem(409, 'changed-since', 'Changed since', told, errors.length === 0 ? undefined : errors);
}

export const notUndoable = (): Problem =>
  new Problem(409, 'not-undoable', 'Cannot be taken back', 'This cannot be taken back.');

export const nothingToUndo = (): Problem =>
  new Problem(409, 'nothing-to-undo', 'Nothing to take back', 'This changed nothing that could be taken back.');

export const notYours = (): Problem => notAllowed('Only who did it, or a coordinator, can take it back.');
