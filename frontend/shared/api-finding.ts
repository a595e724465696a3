/** Calls that find and count: histograms, saved views, the board and the report of a shift. */
import type { Histogram, NewView, Overview, PatchView, SavedView, ShiftReport } from '@atesto/contract';
import type { Http, RequestOptions } from './http.js';

export const finding = (http: Http, base: string) => ({
  reportHistogram: (query: RequestOptions['query']) =>
    http<Histogram>('GET', `${base}/reports/histogram`, query ? { query } : {}),
  incidentHistogram: (query: RequestOptions['query']) =>
    http<Histogram>('GET', `${base}/incidents/histogram`, query ? { query } : {}),
  views: () => http<{ items: SavedView[] }>('GET', `${base}/views`).then((page) => page.items),
  addView: (body: NewView) => http<SavedView>('POST', `${base}/views`, { body }),
  patchView: (id: string, body: PatchView) => http<SavedView>('PATCH', `${base}/views/${id}`, { body }),
  overview: (query: RequestOptions['query']) => http<Overview>('GET', `${base}/overview`, query ? { query } : {}),
  shift: (query: RequestOptions['query']) => http<ShiftReport>('GET', `${base}/overview/shift`, query ? { query } : {}),
  removeView: (id: string) => http<void>('DELETE', `${base}/views/${id}`),
});
