/** A map to point at a place: a pin stands in its middle, and the map moves below it. A chunk of its own, for it is large. */
import type { Bounds } from '@atesto/contract';
import L from 'leaflet';
import type { BasemapEvent } from '../../shared/leaflet/basemap/basemap.js';
import { createMap } from '../../shared/leaflet/create-map.js';
import '../../shared/leaflet/leaflet.css';
import './point-map.css';
import type { Point } from './place-reading.js';
import { element, pointText, type PlaceTexts } from './place-settings.js';

export interface PickOptions {
  area: Bounds;
  language: string;
  texts: PlaceTexts;
  /** What is known already: the map opens there. */
  start: (Point & { accuracy?: number }) | null;
}

export interface PickedPoint extends Point {
  accuracy: number;
}

/** A finger is this sure of where it put the pin. */
const fingerPixels = 12;
const pinPath = 'M12 0C5.4 0 0 5.4 0 12c0 8.5 12 24 12 24s12-15.5 12-24C24 5.4 18.6 0 12 0z';

const metresPerPixel = (lat: number, zoom: number): number => (156_543 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;

/** About a third of the view's width is as unsure as the point; nearer there is nothing to see on the shipped map. */
function zoomFor(point: Point, accuracy = 100): number {
  const zoom = Math.log2((156_543 * Math.cos((point.lat * Math.PI) / 180) * 100) / accuracy);
  return Math.min(14, Math.max(6, Math.round(zoom)));
}

function pin(): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  for (const [name, value] of [
    ['viewBox', '-1 -1 26 38'],
    ['class', 'point-pin'],
    ['aria-hidden', 'true'],
  ] as const) {
    svg.setAttribute(name, value);
  }
  path.setAttribute('d', pinPath);
  svg.append(path);
  return svg;
}

interface View {
  dialog: HTMLDialogElement;
  canvas: HTMLElement;
  where: HTMLElement;
  fault: HTMLElement;
  use: HTMLButtonElement;
  cancel: HTMLButtonElement;
}

function makeView(texts: PlaceTexts): View {
  const names = { 'aria-labelledby': 'point-title', 'aria-describedby': 'point-hint', 'aria-modal': 'true' };
  const dialog = element('dialog', { className: 'point-dialog' }, { ...names, role: 'dialog' });
  const canvas = element('div', { className: 'point-canvas' }, { dir: 'ltr' });
  const frame = element('div', { className: 'point-frame' });
  frame.append(canvas, pin());
  const where = element('p', { className: 'point-where' }, { role: 'status' });
  const fault = element('p', { className: 'point-fault' }, { role: 'status' });
  const use = element('button', { type: 'button', className: 'send', textContent: texts.mapUse });
  const cancel = element('button', { type: 'button', textContent: texts.mapCancel });
  const actions = element('div', { className: 'point-actions' });
  actions.append(use, cancel);
  dialog.append(
    element('h2', { id: 'point-title', textContent: texts.mapTitle }),
    element('p', { id: 'point-hint', className: 'hint', textContent: texts.mapHint }),
    frame,
    fault,
    where,
    actions,
  );
  return { dialog, canvas, where, fault, use, cancel };
}

/** The words of this page, in all of its languages, on the map's own parts. */
function nameParts(canvas: HTMLElement, texts: PlaceTexts): void {
  canvas.setAttribute('aria-label', texts.mapName);
  for (const [part, name] of [
    ['in', texts.zoomIn],
    ['out', texts.zoomOut],
  ]) {
    const button = canvas.querySelector<HTMLElement>(`.leaflet-control-zoom-${part}`);
    button?.setAttribute('title', name ?? '');
    button?.setAttribute('aria-label', name ?? '');
  }
}

/** Shows it as a modal; where browsers are too old for that, over the page with Escape and Tab held by hand. */
function open(dialog: HTMLDialogElement, cancel: () => void): void {
  if (typeof dialog.showModal === 'function') {
    dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      cancel();
    });
    dialog.showModal();
    return;
  }
  const held: HTMLElement = dialog;
  held.setAttribute('open', '');
  held.classList.add('point-held');
  held.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') cancel();
    if (event.key !== 'Tab') return;
    const stops = Array.from(held.querySelectorAll<HTMLElement>('[tabindex="0"], a[href], button'));
    const [first, last] = [stops[0], stops[stops.length - 1]];
    const isEdge = document.activeElement === (event.shiftKey ? first : last);
    if (!isEdge) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  });
}

/** Asks the worker to keep the map for when there is no network, unless somebody must save. */
function keepMap(area: Bounds): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData !== true) navigator.serviceWorker?.controller?.postMessage({ keepMap: area });
}

/** Resolves to the place below the pin, or to null when somebody changed their mind. */
export function pickPoint({ area, language, texts, start }: PickOptions): Promise<PickedPoint | null> {
  const { dialog, canvas, where, fault, use, cancel } = makeView(texts);
  const opener = document.activeElement;
  document.body.append(dialog);
  return new Promise((resolve) => {
    const end = (point: PickedPoint | null): void => {
      map.remove();
      dialog.remove();
      if (opener instanceof HTMLElement) opener.focus();
      resolve(point);
    };
    open(dialog, () => end(null));
    const map = createMap(canvas, { bounds: area, language });
    L.control.scale({ imperial: false, position: 'topleft' }).addTo(map);
    nameParts(canvas, texts);
    if (start !== null) map.setView([start.lat, start.lon], zoomFor(start, start.accuracy), { animate: false });
    let detailZoom = 0;
    const isMoved = (from: Point): boolean =>
      map.latLngToContainerPoint([from.lat, from.lon]).distanceTo(map.getSize().divideBy(2)) > 2;
    const picked = (): PickedPoint => {
      // Where nothing more is drawn, going nearer makes nobody surer.
      const zoom = Math.min(map.getZoom(), detailZoom);
      const accuracy = Math.max(5, Math.ceil(metresPerPixel(map.getCenter().lat, zoom) * fingerPixels));
      // A pixel is coarser than what was known.
      if (start !== null && !isMoved(start)) return { accuracy, ...start };
      const { lat, lng } = map.getCenter().wrap();
      return { lat: Math.round(lat * 1e6) / 1e6, lon: Math.round(lng * 1e6) / 1e6, accuracy };
    };
    const tell = (): void => {
      where.textContent = pointText(picked());
      // Nobody can point at a place that they do not see.
      use.disabled = detailZoom === 0 && (start === null || isMoved(start));
    };
    map.on('basemap', (event) => {
      ({ detailZoom } = event as BasemapEvent);
      const words = detailZoom === 0 ? texts.mapFailed : '';
      if (fault.textContent !== words) fault.textContent = words;
      tell();
    });
    map.on('moveend', tell);
    tell();
    use.addEventListener('click', () => end(picked()));
    cancel.addEventListener('click', () => end(null));
    canvas.focus();
    keepMap(area);
  });
}
