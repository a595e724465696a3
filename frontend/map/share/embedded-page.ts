/** Inside a page of others: the map, a small title that leads to all of it in a new tab, and the card of what was chosen. */
import type { Context } from '../context.js';
import { element } from '../element.js';
import { exerciseBar, watermark } from '../page.js';

export interface EmbeddedParts {
  context: Context;
  mapBox: HTMLElement;
  notice: HTMLElement;
  card: HTMLElement;
}

export class EmbeddedPage {
  readonly elements: HTMLElement[];
  private readonly title: HTMLAnchorElement;

  constructor({ context, mapBox, notice, card }: EmbeddedParts) {
    const { texts, deployment } = context;
    this.title = element('a', { className: 'embed-title', target: '_blank', rel: 'noopener', title: texts.share.open });
    this.title.append(
      element('bdi', {}, deployment.name),
      element('span', { className: 'arrow', 'aria-hidden': 'true' }, '↗'),
      element('span', { className: 'away' }, ` (${texts.share.open})`),
    );
    const { exercise } = deployment;
    const parts = [mapBox, exercise ? watermark(texts) : null, notice, card];
    const stage = element('div', { className: 'stage' }, ...parts);
    const heading = element('h1', { className: 'embed-heading' }, this.title);
    this.elements = [
      ...(exercise ? [exerciseBar(texts)] : []),
      element('main', { className: 'embedded' }, heading, stage),
    ];
  }

  /** Where the title leads to: what is seen here, with everything around it. */
  show(address: string): void {
    this.title.href = address;
  }
}
