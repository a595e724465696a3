/** What is known already near the place: one tap says "I see this too". Loaded with the third step. */
import { byId, make, valueIn } from './elements.js';
import { makeUuid } from '../shared/uuid.js';
import { boxAround } from './near-place.js';
import { newItem, type OutboxItem } from './outbox/outbox-item.js';
import { putItem } from './outbox/outbox-store.js';
import { filled, type ScriptWords } from './words.js';

export interface NearbyIncident {
  id: string;
  title: string;
  place: string | null;
  confirmations: number;
}

const most = 3;

/** A name for this phone that the server keeps only as a keyed hash with each incident. */
function person(): string {
  try {
    const known = localStorage.getItem('person');
    if (known !== null) return known;
    const made = makeUuid();
    localStorage.setItem('person', made);
    return made;
  } catch {
    return makeUuid();
  }
}

/** The item that says so, once for each phone and incident. */
export function confirmationOf(slug: string, incident: NearbyIncident, now: number): OutboxItem {
  const path = `/api/v1/deployments/${slug}/incidents/${incident.id}/confirmations`;
  const body = { person: person() };
  return newItem({ id: `seen ${incident.id}`, kind: 'confirmation', path, body, title: incident.title }, now);
}

const numberIn = (form: HTMLFormElement, name: string): number => {
  const text = valueIn(form, name);
  return text === '' ? NaN : Number(text);
};

async function incidentsNear(form: HTMLFormElement, slug: string): Promise<NearbyIncident[]> {
  const [lat, lon, accuracy] = ['lat', 'lon', 'accuracy'].map((name) => numberIn(form, name)) as [
    number,
    number,
    number,
  ];
  if (Number.isNaN(lat) || Number.isNaN(lon)) return [];
  const category = valueIn(form, 'category');
  const query = new URLSearchParams({
    bbox: boxAround({
      lat,
      lon,
      accuracyMetres: accuracy > 0 ? accuracy : 0,
      precisionMetres: Number(form.dataset['precision'] ?? 0),
    }),
    status: 'open,responding',
    limit: String(most),
    ...(category === '' ? {} : { category }),
  });
  const response = await fetch(`/api/v1/deployments/${slug}/incidents?${query}`, { credentials: 'omit' });
  return response.ok ? ((await response.json()) as { items: NearbyIncident[] }).items : [];
}

export interface Nearby {
  look(): Promise<void>;
}

export function offerNearby(form: HTMLFormElement, slug: string, words: ScriptWords, onSeen: () => void): Nearby {
  const box = byId('near');
  const list = box?.querySelector('ul');
  let asked = '';
  /** What stands there already stays as it is: a finger or the focus may be on it, or it was confirmed. */
  const entries = new Map<string, HTMLElement>();

  const confirm = async (incident: NearbyIncident, entry: HTMLElement): Promise<void> => {
    await putItem(confirmationOf(slug, incident, Date.now()));
    const done = make('p', { className: 'good', textContent: words.seenDone, tabIndex: -1 });
    entry.querySelector('button')?.replaceWith(done);
    done.focus();
    onSeen();
  };

  const entryOf = (incident: NearbyIncident): HTMLElement => {
    const { title, place, confirmations } = incident;
    const about: (Node | string)[] = place === null ? [] : [make('bdi', { textContent: place })];
    if (confirmations > 0) about.push(place === null ? '' : ' · ', filled(words.seenBy, { number: confirmations }));
    const entry = make(
      'li',
      {},
      make('p', { className: 'words' }, make('bdi', { textContent: title })),
      make('p', { className: 'meta' }, ...about),
    );
    const button = make('button', { type: 'button', textContent: words.seen });
    button.addEventListener('click', () => void confirm(incident, entry));
    entry.append(button);
    return entry;
  };

  const show = (incidents: NearbyIncident[]): void => {
    const held = document.activeElement;
    const ids = incidents.map(({ id }) => id);
    for (const [id, entry] of entries) if (!ids.includes(id)) entry.remove();
    const shown = incidents.map((incident) => {
      const entry = entries.get(incident.id) ?? entryOf(incident);
      entries.set(incident.id, entry);
      return entry;
    });
    const isSame = list?.children.length === shown.length && shown.every((entry, at) => list.children[at] === entry);
    if (!isSame) list?.replaceChildren(...shown);
    if (held instanceof HTMLElement && list?.contains(held) === true) held.focus();
    if (box !== null) box.hidden = incidents.length === 0;
  };

  return {
    async look() {
      const now = ['lat', 'lon', 'category'].map((name) => valueIn(form, name)).join(' ');
      if (box === null || now === asked) return;
      asked = now;
      try {
        const incidents = await incidentsNear(form, slug);
        if (now !== asked) return;
        show(incidents);
      } catch {
        // Without a network nothing is offered; asked again when the place changes or the step is opened again.
        asked = '';
      }
    },
  };
}
