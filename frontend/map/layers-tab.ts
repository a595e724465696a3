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
  private map: L.Map | null = null;
  private drawing: Promise<void> | null = null;

  constructor(private readonly context: Context) {}

  /** Most maps have no layers: what draws them comes with the first. */
  async start(map: L.Map): Promise<void> {
    this.map = map;
    const { api } = this.context;
    const items = await api.publicOverlays().catch(() => null);
    if (items?.length === 0) {
      this.root.replaceChildren(element('p', { className: 'meta' }, this.context.texts.noLayers));
      return;
    }
    await this.drawOn(map);
  }

  private drawOn(map: L.Map): Promise<void> {
    return (this.drawing ??= this.draw(map));
  }

  private async draw(map: L.Map): Promise<void> {
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
    if (this.overlays !== null) this.overlays.onChanges(items);
    else if (this.map !== null && items.some(isOfLayers)) void this.drawOn(this.map);
  }

  refresh(): void {
    void this.overlays?.refresh();
  }
}
