/** What stands where on the page: bar, map, panel. */
import type { Context } from './context.js';
import { element } from './element.js';

export interface PageParts {
  context: Context;
  mapBox: HTMLElement;
  /** Over the map, at its top. */
  tools: HTMLElement;
  /** Over the map, at its bottom. */
  below: HTMLElement;
  notice: HTMLElement;
  liveChip: HTMLElement;
  panel: HTMLElement;
  /** Seen on paper only. */
  printHead: HTMLElement;
  onSkip: () => void;
}

/** Stays on the screen whatever is opened: nobody may take an exercise for a crisis. */
export function exerciseBar({ exercise }: Context['texts']): HTMLElement {
  return element('p', { className: 'exercise' }, element('strong', {}, exercise.mark), ` ${exercise.words}`);
}

export function watermark({ exercise }: Context['texts']): HTMLElement {
  return element('div', { className: 'watermark', 'aria-hidden': 'true' }, element('span', {}, exercise.mark));
}

export function titleOf({ texts, deployment: { name, exercise } }: Context): string {
  return (exercise ? `${texts.exercise.mark} · ` : '') + texts.title(name);
}

export function layOut({
  context,
  mapBox,
  tools,
  below,
  notice,
  liveChip,
  panel,
  printHead,
  onSkip,
}: PageParts): HTMLElement[] {
  const { texts, deployment } = context;
  const { exercise } = deployment;
  const report = element(
    'a',
    { className: 'report', href: `/report/${encodeURIComponent(deployment.slug)}` },
    texts.report,
  );
  const stage = element(
    'div',
    { className: 'stage' },
    mapBox,
    exercise ? watermark(texts) : null,
    tools,
    below,
    notice,
  );
  return [
    element('a', { className: 'skip', href: '#list', onclick: onSkip }, texts.skip),
    ...(exercise ? [exerciseBar(texts)] : []),
    printHead,
    element('header', {}, element('h1', {}, element('bdi', {}, deployment.name)), liveChip, report),
    element('main', {}, stage, panel),
  ];
}
