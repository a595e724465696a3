/** Has this browser told, through the service worker that the citizen's pages use too. */
import type { DeploymentApi } from '../../shared/api.js';

export const canPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window;

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (character) => character.charCodeAt(0));

/** False when the person does not allow it. */
export const turnOnPush = async (api: DeploymentApi, language: string): Promise<boolean> => {
  if ((await Notification.requestPermission()) !== 'granted') return false;
  await navigator.serviceWorker.register('/worker.js');
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  const { key } = await api.pushKey();
  const made = known ?? (await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) }));
  const { endpoint = '', keys } = made.toJSON();
  await api.addNoticeDevice({
    endpoint,
    keys: { p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' },
    language,
  });
  return true;
};

/** What this needs of the browser. */
export interface PushHere {
  subscription: () => Promise<Pick<PushSubscription, 'endpoint' | 'unsubscribe'> | null>;
  /** Whether a report is followed here: its news come by the same subscription. */
  isFollowing: () => boolean;
}

export const thisBrowser: PushHere = {
  subscription: async () => {
    if (!canPush()) return null;
    const worker = await navigator.serviceWorker.getRegistration();
    return (await worker?.pushManager.getSubscription()) ?? null;
  },
  isFollowing: () => Object.keys(localStorage).some((key) => key.startsWith('notify ')),
};

/** Nothing of these deployments comes to this browser any more, also where the server does not answer. */
export const turnOffPush = async (
  apis: readonly Pick<DeploymentApi, 'removeNoticeDevice'>[],
  browser: PushHere = thisBrowser,
): Promise<void> => {
  const known = await browser.subscription();
  if (known === null) return;
  try {
    await Promise.all(apis.map((api) => api.removeNoticeDevice(known.endpoint)));
  } finally {
    if (!browser.isFollowing()) await known.unsubscribe();
  }
};
