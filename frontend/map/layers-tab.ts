/** The tab with the layers over the map. What draws them is loaded after the map, which does not wait for it. */
import type { Change } from '@atesto/contract';
import type L from 'leaflet';
import type { OverlaySet } from '../shared/leaflet/overlays/index.js';
import type { Context } from './context.js';
import { element } from './element.js';

/** Told of by what draws them, not by what draws incidents. */
export const isOfLayers = ({ kind }: Change): boolean => kind === 'overlay.changed' || kind === 'area.state_changed';

export class LayersTab {
  readonly root = element('div', { className: 'layers' });
  private overlays: OverlaySet | null = null;

  constructor(private readonly context: Context) {}

  async start(map: L.Map): Promise<void> {
    const { OverlayPanel, OverlaySet: Overlays } = await import('../shared/leaflet/overlays/index.js');
    const { deployment, language } = this.context;
    const overlays: OverlaySet = new Overlays({
      map,
      deployment: deployment.slug,
      audience: 'public',
      language,
      languages: deployment.languages,
      onChange: () => panel.render(),
    });
    const panel = new OverlayPanel(overlays);
    this.overlays = overlays;
    this.root.replaceChildren(panel.root);
  }

  onChanges(items: readonly Change[]): void {
    this.overlays?.onChanges(items);
  }

  refresh(): void {
    void this.overlays?.refresh();
  }
}
