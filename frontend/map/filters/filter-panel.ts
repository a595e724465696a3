/** Filters by category, severity, status and time. Each change is told at once. */
import type { IncidentStatus, Severity } from '@atesto/contract';
import { activeFilters, noFilters, type Filters } from '../address.js';
import { severityOrder, statusOrder, type Context } from '../context.js';
import { element } from '../element.js';
import { CategoryChoice } from './category-choice.js';
import { TimeChoice } from './time-choice.js';

export class FilterPanel {
  readonly root: HTMLElement;
  private readonly categories: CategoryChoice;
  private readonly time: TimeChoice;
  private readonly severities: HTMLInputElement[];
  private readonly statuses: HTMLInputElement[];
  private readonly clear: HTMLButtonElement;

  constructor(
    context: Context,
    private readonly onChange: (filters: Filters) => void,
  ) {
    const { texts } = context;
    this.categories = new CategoryChoice(context, () => this.tell());
    this.time = new TimeChoice(texts, () => this.tell());
    this.severities = severityOrder.map((severity) => checkbox('severity', severity));
    this.statuses = statusOrder.map((status) => checkbox('status', status));
    this.clear = element('button', { type: 'button', className: 'quiet', onclick: () => this.set(noFilters, true) });
    this.clear.textContent = texts.filters.clear;
    const words = (box: HTMLInputElement): string =>
      box.name === 'severity' ? texts.severities[box.value as Severity] : texts.statuses[box.value as IncidentStatus];
    const group = (legend: string, boxes: HTMLInputElement[]): HTMLElement => {
      const labels = boxes.map((box) => element('label', { className: 'choice' }, box, words(box)));
      for (const box of boxes) box.addEventListener('change', () => this.tell());
      return element('fieldset', {}, element('legend', {}, legend), ...labels);
    };
    this.root = element(
      'form',
      { className: 'filters', onsubmit: (event: Event) => event.preventDefault() },
      this.categories.root,
      group(texts.filters.severity, this.severities),
      group(texts.filters.status, this.statuses),
      this.time.root,
      this.clear,
    );
  }

  set(filters: Filters, tell = false): void {
    this.categories.set(filters.categories);
    this.time.set(filters);
    for (const box of this.severities) box.checked = filters.severities.includes(box.value);
    for (const box of this.statuses) box.checked = filters.statuses.includes(box.value);
    this.clear.hidden = activeFilters(filters) === 0;
    if (tell) this.tell();
  }

  private tell(): void {
    const chosen = (boxes: HTMLInputElement[]): string[] => boxes.filter((box) => box.checked).map((box) => box.value);
    const filters: Filters = {
      categories: this.categories.chosen,
      severities: chosen(this.severities),
      statuses: chosen(this.statuses),
      ...this.time.value,
    };
    this.clear.hidden = activeFilters(filters) === 0;
    this.onChange(filters);
  }
}

const checkbox = (name: string, value: string): HTMLInputElement => element('input', { type: 'checkbox', name, value });
