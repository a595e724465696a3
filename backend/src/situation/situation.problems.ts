/** What can go wrong with situation reports. */
import { Problem } from '../platform/index.js';

export const savedMeanwhile = (): Problem =>
  new Problem(
    409,
    'saved-meanwhile',
    'Saved meanwhile',
    'Somebody else has just saved a report. Look at it and try again.',
  );

export const noLongerPublic = (count: number): Problem =>
  new Problem(
    409,
    'no-longer-public',
    'Not all of it is public any more',
    `The public may no longer see ${count} of the incidents in it. Save a new report instead.`,
  );
