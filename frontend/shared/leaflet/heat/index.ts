/** The door of the heat view, which is loaded when it is first wanted. */
export { HeatLayer } from './heat-layer.js';
export { heatLegend } from './heat-scale.js';
