/** The calls of overlays and of authority layers; a file is sent beside the usual way, so that one sees how far it is. */
import type {
  AreaHistoryEntry,
  AreaStatus,
  NewOverlay,
  OverlayDetail,
  OverlayFileView,
  Page,
  PatchArea,
  PatchOverlay,
} from '@atesto/contract';
import type { Http } from './http.js';
import { problemOfResponse } from './problem.js';
import { wholeList } from './whole-list.js';

interface Items<Item> {
  items: Item[];
}

export const overlayCalls = (http: Http, base: string) => ({
  overlays: () => http<Items<OverlayDetail>>('GET', `${base}/overlays`).then(({ items }) => items),
  addOverlay: (body: NewOverlay) => http<OverlayDetail>('POST', `${base}/overlays`, { body, once: true }),
  patchOverlay: (id: string, ifMatch: number, body: PatchOverlay) =>
    http<OverlayDetail>('PATCH', `${base}/overlays/${id}`, { ifMatch, body }),
  removeOverlay: (id: string, ifMatch: number) =>
    http<Items<OverlayDetail>>('DELETE', `${base}/overlays/${id}`, { ifMatch }),
  arrangeOverlays: (ids: readonly string[]) =>
    http<Items<OverlayDetail>>('PUT', `${base}/overlays/order`, { body: { ids } }),
  areaStates: (id: string) =>
    http<Items<AreaStatus>>('GET', `${base}/overlays/${id}/states`).then(({ items }) => items),
  sayArea: (id: string, area: string, body: PatchArea) =>
    http<AreaStatus>('PATCH', `${base}/overlays/${id}/areas/${encodeURIComponent(area)}`, { body }),
  areaHistory: (id: string, area: string) =>
    wholeList<Page<AreaHistoryEntry>>(http, `${base}/overlays/${id}/areas/${encodeURIComponent(area)}/history`).then(
      ({ items }) => items,
    ),
  droppedOverlayFiles: () => http<Items<OverlayFileView>>('GET', `${base}/overlay-files`).then(({ items }) => items),
});

/** `fetch` says nothing of what has left already. @throws Problem */
export const sendOverlayFile = (
  deployment: string,
  file: File,
  onProgress: (share: number) => void,
): Promise<OverlayFileView> =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1/deployments/${encodeURIComponent(deployment)}/overlay-files`);
    request.setRequestHeader('content-type', 'application/x-atesto-overlay');
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onerror = () => failed(new TypeError('No connection'));
    request.onload = () => {
      if (request.status === 200) done(JSON.parse(request.responseText) as OverlayFileView);
      else {
        const answer = new Response(request.responseText, { status: request.status, statusText: request.statusText });
        void problemOfResponse(answer).then(failed);
      }
    };
    request.send(file);
  });
