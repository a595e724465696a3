/** Several categories to choose from, folded away while none is: children below their parents, which stand for them. */
import { markerElement } from '../../shared/leaflet/index.js';
import type { Context } from '../context.js';
import { element } from '../element.js';
import { branchesOf, chosenAfter, type Branch } from './category-tree.js';

export class CategoryChoice {
  readonly root: HTMLDetailsElement;
  private readonly branches: Branch[];
  private readonly boxes: HTMLInputElement[];
  private readonly said = element('span', { className: 'said' });
  private codes: string[] = [];

  constructor(
    private readonly context: Context,
    private readonly onChange: () => void,
  ) {
    const { texts, deployment } = context;
    const none: Branch = { code: 'none', depth: 0, above: [] };
    this.branches = [...branchesOf(deployment.categories), none];
    this.boxes = this.branches.map(({ code }) =>
      element('input', { type: 'checkbox', value: code, onchange: (event: Event) => this.press(event) }),
    );
    const rows = this.branches.map((branch, at) => this.row(branch, this.boxes[at]!));
    const summary = element('summary', {}, element('span', {}, texts.filters.category), this.said);
    const list = element('ul', { 'aria-label': texts.filters.category }, ...rows);
    this.root = element('details', { className: 'category-choice' }, summary, list);
  }

  get chosen(): string[] {
    return [...this.codes];
  }

  set(codes: readonly string[]): void {
    this.codes = [...codes];
    if (codes.length > 0) this.root.open = true;
    this.render();
  }

  private press(event: Event): void {
    const { value, checked } = event.target as HTMLInputElement;
    this.codes = chosenAfter(this.branches, this.codes, value, checked);
    this.render();
    this.onChange();
  }

  private render(): void {
    const { texts, plural } = this.context;
    const { codes } = this;
    this.branches.forEach(({ code, above }, at) => {
      const box = this.boxes[at]!;
      // What its parent brings along cannot be left out by itself.
      box.disabled = above.some((parent) => codes.includes(parent));
      box.checked = codes.includes(code) || box.disabled;
      box.indeterminate =
        !box.checked && this.branches.some((one) => one.above.includes(code) && codes.includes(one.code));
    });
    const only = codes.length === 1 ? this.nameOf(codes[0]!) : plural(codes.length, texts.filters.categories);
    this.said.textContent = codes.length === 0 ? texts.filters.anyCategory : only;
  }

  private row({ code, depth }: Branch, box: HTMLInputElement): HTMLElement {
    const marker = markerElement(this.context.category(code), 'low', 'open', 24);
    const label = element('label', {}, box, marker, element('bdi', {}, this.nameOf(code)));
    label.style.paddingInlineStart = `${8 + Math.min(depth, 3) * 24}px`;
    return element('li', {}, label);
  }

  private nameOf(code: string): string {
    return code === 'none' ? this.context.texts.filters.noCategory : this.context.categoryName(code);
  }
}
