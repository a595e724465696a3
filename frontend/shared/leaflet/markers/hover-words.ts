/** A small word beside what the mouse rests on. Those without a mouse find the same words in lists. */
import L from 'leaflet';

export class HoverWords {
  private readonly tooltip = L.tooltip({ direction: 'top', offset: [0, -14], className: 'atesto-hover' });
  private shown: object | null = null;

  /** `of` is what the words are about: while it stays the same nothing is made anew. */
  show(map: L.Map, of: object, place: L.LatLng, words: () => { title: string; facts: string }): void {
    if (of === this.shown) return;
    this.shown = of;
    const { title, facts } = words();
    const [strong, small] = [document.createElement('strong'), document.createElement('small')];
    strong.dir = 'auto';
    strong.textContent = title;
    small.textContent = facts;
    const box = document.createElement('div');
    box.append(strong, small);
    this.tooltip.setContent(box).setLatLng(place).addTo(map);
  }

  hide(): void {
    this.shown = null;
    this.tooltip.remove();
  }
}
