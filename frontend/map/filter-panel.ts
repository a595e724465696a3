/** Filters by category, severity, status and time. Each change is told at once. */
import type { IncidentStatus, Severity } from '@atesto/contract';
import { activeFilters, noFilters, sinceWords, type Filters, type Since } from './address.js';
import { severityOrder, type Context } from './context.js';
import { element } from './element.js';

const statusOrder: readonly IncidentStatus[] = ['open', 'responding', 'resolved'];

export class FilterPanel {
  readonly root: HTMLElement;
  private readonly category: HTMLSelectElement;
  private readonly since: HTMLSelectElement;
  private readonly severities: HTMLInputElement[];
  private readonly statuses: HTMLInputElement[];
  private readonly clear: HTMLButtonElement;

  constructor(
    context: Context,
    private readonly onChange: (filters: Filters) => void,
  ) {
    const { texts } = context;
    this.category = this.select(categoryOptions(context));
    this.since = this.select(sinceWords.map((since) => [since, texts.filters.since[since]]));
    this.severities = severityOrder.map((severity) => checkbox('severity', severity));
    this.statuses = statusOrder.map((status) => checkbox('status', status));
    this.clear = element('button', { type: 'button', className: 'quiet', onclick: () => this.set(noFilters, true) });
    this.clear.textContent = texts.filters.clear;
    const words = (box: HTMLInputElement): string =>
      box.name === 'severity' ? texts.severities[box.value as Severity] : texts.statuses[box.value as IncidentStatus];
    const group = (legend: string, boxes: HTMLInputElement[]): HTMLElement => {
      const labels = boxes.map((box) => element('label', { className: 'choice' }, box, words(box)));
      return element('fieldset', {}, element('legend', {}, legend), ...labels);
    };
    this.root = element(
      'form',
      { className: 'filters', onchange: () => this.tell(), onsubmit: (event: Event) => event.preventDefault() },
      element('label', { className: 'field' }, texts.filters.category, this.category),
      group(texts.filters.severity, this.severities),
      group(texts.filters.status, this.statuses),
      element('label', { className: 'field' }, texts.filters.time, this.since),
      this.clear,
    );
  }

  set(filters: Filters, tell = false): void {
    this.category.value = filters.category;
    if (this.category.selectedIndex < 0) this.category.value = '';
    this.since.value = filters.since;
    for (const box of this.severities) box.checked = filters.severities.includes(box.value);
    for (const box of this.statuses) box.checked = filters.statuses.includes(box.value);
    this.clear.hidden = activeFilters(filters) === 0;
    if (tell) this.tell();
  }

  private tell(): void {
    const chosen = (boxes: HTMLInputElement[]): string[] => boxes.filter((box) => box.checked).map((box) => box.value);
    const filters: Filters = {
      category: this.category.value,
      severities: chosen(this.severities),
      statuses: chosen(this.statuses),
      since: this.since.value as Since,
    };
    this.clear.hidden = activeFilters(filters) === 0;
    this.onChange(filters);
  }

  private select(options: readonly (readonly [string, string])[]): HTMLSelectElement {
    return element('select', {}, ...options.map(([value, words]) => element('option', { value }, words)));
  }
}

const checkbox = (name: string, value: string): HTMLInputElement => element('input', { type: 'checkbox', name, value });

function categoryOptions({ deployment, texts, categoryName }: Context): [string, string][] {
  const shown = deployment.categories.filter(({ sensitive }) => !sensitive);
  return [
    ['', texts.filters.anyCategory],
    ...shown.map(({ code, parent }): [string, string] => [code, `${parent ? '\u2003' : ''}${categoryName(code)}`]),
    ['none', texts.filters.noCategory],
  ];
}
