/** The calls that make work fast: taking back. */
import type { UndoneView } from '@atesto/contract';
import type { Http } from './http.js';

export const speedCalls = (http: Http, base: string) => ({
  undo: (seq: string) => http<UndoneView>('POST', `${base}/actions/${seq}/undo`),
});
