/** Web Push for one report, only when somebody asks for it. */
import { byId } from './elements.js';

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const base64 = base64url.replace(/-/g, '+').replace(/_/g, '/');
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function subscribe(registration: ServiceWorkerRegistration): Promise<PushSubscription> {
  const known = await registration.pushManager.getSubscription();
  if (known !== null) return known;
  const { key } = (await (await fetch('/api/v1/push-key')).json()) as { key: string };
  return registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
}

/** Asks the person, and says where this browser wants to be told. @throws Error when it may not be */
export async function browserTarget(): Promise<PushSubscriptionJSON> {
  if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
  return (await subscribe(await navigator.serviceWorker.ready)).toJSON();
}

const call = (method: string, path: string, body: unknown): Promise<Response> =>
  fetch(`/api/v1${path}/push`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

/** Which reports this phone is told about; the subscription itself is one for all of them. */
const isOn = (path: string): boolean => localStorage.getItem(`notify ${path}`) !== null;

/** Tells the server to tell this phone no longer; what the phone noted of it goes in any case. */
export async function forgetNotices(path: string): Promise<void> {
  if (!isOn(path)) return;
  localStorage.removeItem(`notify ${path}`);
  const known = await (await navigator.serviceWorker.ready).pushManager.getSubscription();
  if (known === null) return;
  const response = await call('DELETE', path, { endpoint: known.endpoint });
  if (!response.ok) throw new Error(`refused with ${response.status}`);
}

/** `path` is that of the follow page. */
export async function offerNotices(path: string, language: string): Promise<void> {
  const button = byId<HTMLButtonElement>('notify');
  const state = byId('tools-state');
  if (button === null || state === null || !('PushManager' in window) || !('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.ready;
  const show = (): void => {
    button.textContent = (isOn(path) ? button.dataset['off'] : button.dataset['on']) ?? '';
  };

  const turnOn = async (): Promise<void> => {
    const { endpoint, keys } = await browserTarget();
    const response = await call('PUT', path, { endpoint, keys, language });
    if (!response.ok) throw new Error(`refused with ${response.status}`);
    localStorage.setItem(`notify ${path}`, '1');
    state.textContent = state.dataset['on'] ?? '';
  };
  const turnOff = async (): Promise<void> => {
    await forgetNotices(path);
    state.textContent = '';
  };

  button.addEventListener('click', () => {
    (isOn(path) ? turnOff() : turnOn()).catch(() => (state.textContent = state.dataset['denied'] ?? '')).finally(show);
  });
  show();
  button.hidden = false;
}
