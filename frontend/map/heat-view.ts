/** Takes the place of the markers when somebody wants to see where much happens; its code comes when it is first wanted. */
import type L from 'leaflet';
import type { TileMarkers } from '../shared/leaflet/index.js';
import type { HeatLayer } from '../shared/leaflet/heat/index.js';
import type { Context } from './context.js';
import { element } from './element.js';

export class HeatView {
  /** Its own scale, or the legend of the markers: what is drawn now. */
  readonly legend: HTMLElement;
  private readonly scale = element('div', { hidden: true });
  private layer: HeatLayer | null = null;
  private isWanted = false;

  constructor(
    private readonly context: Context,
    private readonly markerLegend: HTMLElement,
  ) {
    this.legend = element('div', {}, this.scale, markerLegend);
  }

  /** @throws when its code cannot be had */
  async show(isWanted: boolean, map: L.Map, markers: TileMarkers): Promise<void> {
    this.isWanted = isWanted;
    if (isWanted) this.layer ??= await this.load(markers);
    // Somebody may have chosen anew while it was loaded.
    const isShown = this.isWanted && this.layer !== null;
    this.scale.hidden = !isShown;
    this.markerLegend.hidden = isShown;
    markers.showMarkers(!isShown);
    if (isShown) this.layer?.addTo(map);
    else this.layer?.remove();
  }

  repaint(): void {
    if (this.isWanted) this.layer?.repaint();
  }

  private async load(markers: TileMarkers): Promise<HeatLayer> {
    const { HeatLayer: Layer, heatLegend } = await import('../shared/leaflet/heat/index.js');
    if (this.layer === null) this.scale.replaceChildren(heatLegend(this.context.texts.heat));
    return new Layer(() => markers.tilesInView());
  }
}
