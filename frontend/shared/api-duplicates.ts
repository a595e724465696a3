/** Calls about what may be the same. */
import type { DuplicatesView } from '@atesto/contract';
import type { Http } from './http.js';

export const duplicates = (http: Http, base: string) => ({
  duplicates: (report: string, signal?: AbortSignal) =>
    http<DuplicatesView>('GET', `${base}/reports/${report}/duplicates`, signal ? { signal } : {}),
});
