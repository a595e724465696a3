/**
 * The colours of the heat view, from few to many: by lightness in one direction, so that they can be told apart in the
 * light, in the dark, without colour and by those who see few colours.
 */
const steps = 256;
const stops = 5;

/** Red, green, blue, alpha for each step, as the style sheet has them now. */
export function readScale(element: Element): Uint8ClampedArray | null {
  const style = getComputedStyle(element);
  const canvas = document.createElement('canvas');
  canvas.width = steps;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  const gradient = context.createLinearGradient(0, 0, steps, 0);
  for (let stop = 0; stop < stops; stop++) {
    gradient.addColorStop(stop / (stops - 1), style.getPropertyValue(`--heat-${stop + 1}`).trim() || '#888');
  }
  context.fillStyle = gradient;
  context.fillRect(0, 0, steps, 1);
  return context.getImageData(0, 0, steps, 1).data;
}

/** The step for a share from 0 to 1. */
export const stepOf = (share: number): number => Math.min(steps - 1, Math.floor(share * steps));

export interface HeatWords {
  title: string;
  few: string;
  many: string;
  note: string;
}

export function heatLegend({ title, few, many, note }: HeatWords): HTMLElement {
  const made = (tag: string, className: string, text = ''): HTMLElement => {
    const element = document.createElement(tag);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const legend = made('div', 'atesto-heat-legend');
  const bar = made('span', 'atesto-heat-bar');
  const ends = made('p', 'atesto-heat-ends');
  bar.setAttribute('aria-hidden', 'true');
  ends.append(made('span', '', few), made('span', '', many));
  legend.append(made('h2', '', title), bar, ends, made('p', 'atesto-heat-note', note));
  return legend;
}
