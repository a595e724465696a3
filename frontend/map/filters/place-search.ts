/** A box to go to a place by its name, with suggestions from the names that the server knows. */
import { Combobox } from '../../report/places/combobox.js';
import { Suggester, type Suggestion } from '../../report/places/suggest.js';
import type { Context } from '../context.js';
import { element } from '../element.js';

export interface FoundPlace {
  name: string;
  lat: number;
  lon: number;
  accuracy: number;
}

const getJson = async (url: string, signal?: AbortSignal): Promise<unknown> => {
  const response = await fetch(url, { credentials: 'omit', ...(signal && { signal }) });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
};

export class PlaceSearch {
  readonly root: HTMLElement;
  private readonly input: HTMLInputElement;
  private readonly state = element('p', { className: 'hint', role: 'status' });
  private readonly suggester: Suggester;
  private readonly regions: Intl.DisplayNames;
  private found: Suggestion[] = [];
  /** The first of what is found next is gone to without a press: it stood in the address, or Enter was faster. */
  private isAwaited = false;

  constructor(
    private readonly context: Context,
    private readonly onFound: (place: FoundPlace) => void,
  ) {
    const { texts, language, deployment } = context;
    this.regions = new Intl.DisplayNames([language, 'en'], { type: 'region' });
    this.input = element('input', { type: 'search', id: 'go-to', maxLength: 100, placeholder: texts.place.example });
    const holder = element('div', { className: 'place-search' }, this.input);
    const box = new Combobox({
      input: this.input,
      label: texts.place.suggestions,
      announce: (count) => (this.state.textContent = context.plural(count, texts.place.count)),
    });
    const base = `/api/v1/deployments/${encodeURIComponent(deployment.slug)}`;
    this.suggester = new Suggester(
      base,
      language,
      ({ items, attribution }) => this.show(box, items, attribution),
      getJson,
    );
    this.input.addEventListener('input', () => this.ask());
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.root = element(
      'div',
      { className: 'field' },
      element('label', { for: 'go-to' }, texts.place.label),
      holder,
      this.state,
    );
  }

  /** What the address says: shown, and with `go` looked for. */
  set(name: string, go: boolean): void {
    if (this.input.value !== name && document.activeElement !== this.input) this.input.value = name;
    if (go && name !== '') this.ask(true);
  }

  private ask(isAwaited = false): void {
    this.isAwaited = isAwaited;
    this.state.textContent = '';
    this.suggester.ask(this.input.value);
  }

  private onKey(event: KeyboardEvent): void {
    // Chosen from the list before, or still on its way: then what comes first is meant.
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    event.preventDefault();
    const [first] = this.found;
    if (first) this.choose(first);
    else this.ask(true);
  }

  private show(box: Combobox, items: Suggestion[], attribution: string[]): void {
    const { texts } = this.context;
    this.found = items;
    const [first] = items;
    if (this.isAwaited && first) {
      this.choose(first);
      return;
    }
    const options = items.map((item) => ({
      label: item.name,
      detail: [item.region, this.countryOf(item)].filter(Boolean).join(', '),
      choose: () => this.choose(item),
    }));
    box.show(options, items.length > 0 ? attribution.join(' · ') : '');
    const isNothing = items.length === 0 && this.input.value.trim().length > 1;
    this.state.textContent = isNothing ? texts.place.none : this.state.textContent;
  }

  private choose(place: Suggestion): void {
    this.isAwaited = false;
    this.found = [];
    this.input.value = place.name;
    this.state.textContent = '';
    this.onFound(place);
  }

  private countryOf({ country }: Suggestion): string {
    return country === '' ? '' : (this.regions.of(country) ?? country);
  }
}
