/** Makes the form for alerts better where scripts run: places are suggested and pointed at, and this browser is a way. */
import { byId } from './elements.js';
import { browserTarget } from './notices.js';

const valueOf = (form: HTMLFormElement, name: string): string => {
  const field = form.elements.namedItem(name);
  return field instanceof RadioNodeList || field instanceof HTMLInputElement ? field.value : '';
};

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** The browser asks its person itself; what it answers travels in the form. */
function offerBrowser(form: HTMLFormElement): void {
  const choice = form.querySelector<HTMLInputElement>('[name="way"][value="push"]');
  const label = choice?.closest('label');
  if (!label || !('PushManager' in window) || !('serviceWorker' in navigator)) return;
  label.hidden = false;
  form.addEventListener('submit', (event) => {
    if (valueOf(form, 'way') !== 'push' || valueOf(form, 'endpoint') !== '') return;
    event.preventDefault();
    browserTarget()
      .then(({ endpoint, keys }) => {
        put(form, 'endpoint', endpoint ?? '');
        put(form, 'p256dh', keys?.['p256dh'] ?? '');
        put(form, 'auth', keys?.['auth'] ?? '');
        form.submit();
      })
      .catch(() => {
        const state = byId('push-state');
        if (state !== null) state.textContent = form.dataset['denied'] ?? '';
      });
  });
}

export async function startAlerts(form: HTMLFormElement): Promise<void> {
  offerBrowser(form);
  const { attachPlaceField } = await import('./places/place-field.js');
  attachPlaceField(form);
}
