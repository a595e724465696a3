/** The calls that a map makes for its overlays. The public's are made without the cookie, so that all see the same. */
import type { AreaStatus, Audience, OverlayView } from '@atesto/contract';
import type { FeatureCollection } from 'geojson';

const base = (deployment: string): string => `/api/v1/deployments/${encodeURIComponent(deployment)}/overlays`;

async function load<Answer>(path: string, audience: Audience): Promise<Answer> {
  const response = await fetch(path, { credentials: audience === 'public' ? 'omit' : 'same-origin' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer;
}

export const loadOverlays = async (deployment: string, audience: Audience): Promise<OverlayView[]> =>
  (await load<{ items: OverlayView[] }>(base(deployment), audience)).items;

/** The address bears what is in it, so that another file is another address. */
export const loadShapes = (deployment: string, item: OverlayView, audience: Audience): Promise<FeatureCollection> =>
  load(`${base(deployment)}/${item.id}/data?v=${item.file ?? ''}`, audience);

export const loadStates = async (deployment: string, id: string, audience: Audience): Promise<AreaStatus[]> =>
  (await load<{ items: AreaStatus[] }>(`${base(deployment)}/${id}/states`, audience)).items;
