/** Lists that grow come in pages; where a screen shows all of one, its pages are read to the end. */
import type { Page } from '@atesto/contract';
import type { Http, RequestOptions } from './http.js';

/**
 * The list at `path`, whole. `first` is its beginning where another call has just answered with that; the answer itself
 * is handed back, with what follows put in, since more may be known of it. What it changed has happened: where the rest
 * cannot be read then, there is only the beginning.
 * @throws Problem
 */
export const wholeList = async <View extends Page<unknown>>(
  http: Http,
  path: string,
  { signal, first }: { signal?: AbortSignal | undefined; first?: Promise<View> } = {},
): Promise<View> => {
  const options: RequestOptions = signal ? { signal } : {};
  const view = await (first ?? http<View>('GET', path, options));
  try {
    // A list without pages has none to go on with.
    while (typeof view.next === 'string') {
      const page = await http<Page<unknown>>('GET', path, { ...options, query: { cursor: view.next } });
      view.items.push(...page.items);
      view.next = page.next;
    }
  } catch (error) {
    if (first === undefined) throw error;
  }
  return view;
};
