/** The key to the map's colours and shapes, as plain accessible HTML. */
import type { Category } from '@atesto/contract';

export interface LegendOptions {
  categories: readonly Category[];
  layer: 'incidents' | 'reports';
  language: string;
}

export function createLegend(_options: LegendOptions): HTMLElement {
  return document.createElement('div');
}
