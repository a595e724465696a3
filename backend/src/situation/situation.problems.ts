/** What can go wrong with situation reports. */
import { Problem } from '../platform/index.js';

export const savedMeanwhile = (): Problem =>
  new Problem(
    409,
    'saved-meanwhile',
    'Saved meanwhile',
    'Somebody else has just saved a report. Look at it and try again.',
  );

/** `count` 0: only places are seen less precisely. */
export const noLongerPublic = (count: number): Problem =>
  new Problem(
    409,
    'no-longer-public',
    'Not all of it is public any more',
    count === 0
      ? 'The public may no longer see places as precisely as it shows them. Save a new report instead.'
      : `The public may no longer see ${count} of the incidents in it. Save a new report instead.`,
  );
