/** A moment as it stands on a page that does not know the zone of its reader. */
import type { VNode } from 'preact';

export function Moment({ at, language }: { at: string; language: string }): VNode {
  const shown = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  });
  return <time dateTime={at}>{`${shown.format(new Date(at))} UTC`}</time>;
}
