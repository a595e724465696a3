/** Calls about what may be the same. */
import type { DuplicatesView, GatherReports, IncidentDetail, LikelyEventsView, SplitIncident } from '@atesto/contract';
import type { Http } from './http.js';

export const duplicates = (http: Http, base: string) => ({
  duplicates: (report: string, signal?: AbortSignal) =>
    http<DuplicatesView>('GET', `${base}/reports/${report}/duplicates`, signal ? { signal } : {}),
  likelyEvents: (signal?: AbortSignal) =>
    http<LikelyEventsView>('GET', `${base}/reports/groups`, signal ? { signal } : {}),
  gatherReports: (body: GatherReports) => http<IncidentDetail>('POST', `${base}/reports/gather`, { body }),
  splitIncident: (id: string, body: SplitIncident) =>
    http<IncidentDetail>('POST', `${base}/incidents/${id}/split`, { body }),
});
