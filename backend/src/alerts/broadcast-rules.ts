/** What keeps broadcasts from being sent twice or too often. Pure. */
import { shapeOfColumns, touches, type AreaColumns, type Shape } from './area-shape.js';

export const mostAnHour = 6;
export const hourMs = 3_600_000;
const sameMs = 30 * 60_000;

export interface Former extends AreaColumns {
  text: string;
  at: Date;
}

/** Seconds until another one may be sent, of those of the last hour, newest first; 0 for now. */
export function waitSeconds(lastHour: readonly Former[], now: Date): number {
  const first = lastHour[mostAnHour - 1];
  return first === undefined ? 0 : Math.max(1, Math.ceil((first.at.getTime() + hourMs - now.getTime()) / 1000));
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Whether the same words went to an area that touches this one a moment ago. */
export function wasJustSaid(lastHour: readonly Former[], text: string, shape: Shape, now: Date): boolean {
  return lastHour.some(
    (former) =>
      now.getTime() - former.at.getTime() < sameMs &&
      plain(former.text) === plain(text) &&
      touches(shapeOfColumns(former), shape),
  );
}
