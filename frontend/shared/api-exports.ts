/** Calls about handing incidents on as files. */
import type {
  ExportColumnView,
  ExportFormatName,
  ExportJobView,
  ExportProfileView,
  NewExportJob,
  NewExportProfile,
  Page,
  PatchExportProfile,
} from '@atesto/contract';
import type { Http } from './http.js';

const part = encodeURIComponent;

/** Address of a file, for a link that downloads. */
export const exportUrl = (deployment: string, format: ExportFormatName): string =>
  `/api/v1/deployments/${part(deployment)}/exports/incidents.${format}`;
export const profileUrl = (deployment: string, profile: string, format: ExportFormatName): string =>
  `/api/v1/deployments/${part(deployment)}/exports/profiles/${profile}/incidents.${format}`;

export const exportCalls = (http: Http, base: string) => ({
  exportColumns: () => http<{ items: ExportColumnView[] }>('GET', `${base}/exports/columns`).then((page) => page.items),
  exportProfiles: () =>
    http<{ items: ExportProfileView[] }>('GET', `${base}/exports/profiles`).then((page) => page.items),
  addExportProfile: (body: NewExportProfile) => http<ExportProfileView>('POST', `${base}/exports/profiles`, { body }),
  patchExportProfile: (id: string, body: PatchExportProfile) =>
    http<ExportProfileView>('PATCH', `${base}/exports/profiles/${id}`, { body }),
  removeExportProfile: (id: string) => http<void>('DELETE', `${base}/exports/profiles/${id}`),
  /** The last ones: they are looked at again and again. */
  exportJobs: () => http<Page<ExportJobView>>('GET', `${base}/exports/jobs`).then((page) => page.items),
  addExportJob: (body: NewExportJob) => http<ExportJobView>('POST', `${base}/exports/jobs`, { body }),
  cancelExportJob: (id: string) => http<void>('DELETE', `${base}/exports/jobs/${id}`),
});
