/** Puts together what is shown of a log, the newest first, and a page that has come. Pure. */
import type { Page } from '@atesto/contract';

export function withPage<Item>(before: Page<Item> | null, page: Page<Item>, cursor: string | null): Page<Item> {
  if (before === null) return page;
  if (cursor !== null) return { items: [...before.items, ...page.items], next: page.next };
  // Not every row has an id; one that changed meanwhile is another.
  const last = JSON.stringify(page.items.at(-1));
  const at = before.items.findIndex((item) => JSON.stringify(item) === last);
  const older = at === -1 ? [] : before.items.slice(at + 1);
  return older.length === 0 ? page : { items: [...page.items, ...older], next: before.next };
}
