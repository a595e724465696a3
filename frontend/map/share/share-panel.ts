/** Passes on what is seen: its address, the lines that put it into another page, and paper. */
import type { Context } from '../context.js';
import { element } from '../element.js';

export interface SharedView {
  /** Absolute, with the filters and the place in view. */
  address: string;
  embedAddress: string;
}

const frameHeight = 480;
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

export class SharePanel {
  readonly root: HTMLElement;
  private readonly address: HTMLInputElement;
  private readonly code: HTMLTextAreaElement;
  private readonly said = element('p', { className: 'hint', role: 'status' });

  constructor(
    private readonly context: Context,
    onPrint: () => Promise<void>,
  ) {
    const { share } = context.texts;
    this.address = element('input', { type: 'text', id: 'share-address', readOnly: true, dir: 'ltr' });
    this.code = element('textarea', { id: 'share-code', readOnly: true, rows: 5, dir: 'ltr', spellcheck: false });
    const print = element('button', { type: 'button', className: 'quiet' }, share.print);
    print.addEventListener('click', () => {
      print.disabled = true;
      void onPrint().finally(() => (print.disabled = false));
    });
    this.root = element(
      'form',
      { className: 'filters share', onsubmit: (event: Event) => event.preventDefault() },
      this.field(share.address, this.address, share.copyAddress),
      this.field(share.embed, this.code, share.copyCode, share.embedHint),
      element(
        'div',
        { className: 'field' },
        element('h2', {}, share.paper),
        element('p', { className: 'hint' }, share.paperHint),
        print,
      ),
      element(
        'p',
        { className: 'field' },
        element('a', { href: `/data/${encodeURIComponent(context.deployment.slug)}` }, share.openData),
      ),
      this.said,
      this.alerts(),
    );
  }

  /** Who comes here often would rather be told. */
  private alerts(): HTMLElement {
    const { deployment, texts } = this.context;
    const href = `/alerts/${encodeURIComponent(deployment.slug)}?lang=${this.context.language}`;
    return element(
      'div',
      { className: 'field' },
      element('h2', {}, texts.share.alerts),
      element('p', { className: 'hint' }, texts.share.alertsHint),
      element('a', { href }, texts.share.alertsLink),
    );
  }

  show({ address, embedAddress }: SharedView): void {
    const { deployment, texts } = this.context;
    const title = escaped(texts.title(deployment.name));
    this.address.value = address;
    this.code.value = `<iframe src="${escaped(embedAddress)}" title="${title}" width="100%" height="${frameHeight}" style="border: 0" loading="lazy" allow="fullscreen"></iframe>`;
  }

  private field(
    label: string,
    input: HTMLInputElement | HTMLTextAreaElement,
    copy: string,
    hint?: string,
  ): HTMLElement {
    const button = element('button', { type: 'button', className: 'quiet' }, copy);
    button.addEventListener('click', () => void this.copy(input));
    input.addEventListener('focus', () => input.select());
    return element(
      'div',
      { className: 'field' },
      element('label', { for: input.id }, label),
      hint === undefined ? null : element('p', { className: 'hint' }, hint),
      input,
      button,
    );
  }

  private async copy(input: HTMLInputElement | HTMLTextAreaElement): Promise<void> {
    const { share } = this.context.texts;
    try {
      await navigator.clipboard.writeText(input.value);
      this.said.textContent = share.copied;
    } catch {
      // Without a secure connection there is no clipboard; what is selected can be copied by hand.
      input.select();
      this.said.textContent = share.byHand;
    }
  }
}
