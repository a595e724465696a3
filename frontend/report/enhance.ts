/**
 * Makes the citizen's pages better where scripts run: steps, a draft, an outbox that outlasts the network. Each part
 * may fail by itself; the form underneath still posts.
 */
import { byId } from './elements.js';
import { startReportForm } from './report-form.js';
import { readWords } from './words.js';

/** The look that somebody chose, for those whose phone does not know day and night. */
function offerLooks(): void {
  const button = byId('look');
  if (button === null) return;
  const root = document.documentElement;
  const show = (look: string | null): void => {
    if (look === null) delete root.dataset['look'];
    else root.dataset['look'] = look;
    const isNight = look === 'night' || (look === null && matchMedia('(prefers-color-scheme: dark)').matches);
    button.textContent = (isNight ? button.dataset['day'] : button.dataset['night']) ?? '';
    button.onclick = () => {
      const next = isNight ? 'day' : 'night';
      try {
        localStorage.setItem('look', next);
      } catch {
        // Then it holds for this page only.
      }
      show(next);
    };
  };
  let stored: string | null = null;
  try {
    stored = localStorage.getItem('look');
  } catch {
    // A browser that keeps nothing follows the phone's own setting.
  }
  show(stored);
  button.hidden = false;
}

/** Keeps the page for when there is no network; after it can be used, so that nothing is slower for it. */
async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/worker.js');
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ keep: location.pathname + location.search });
}

async function start(): Promise<void> {
  offerLooks();
  const form = byId<HTMLFormElement>('report');
  // After a refusal by the server all is shown at once, with what is wrong.
  if (form !== null && form.dataset['refused'] === undefined) startReportForm(form, readWords());
  const follow = byId('follow-page');
  if (follow !== null) {
    const { startFollowPage } = await import('./follow.js');
    startFollowPage(follow);
  }
  const alerts = byId<HTMLFormElement>('alerts');
  if (alerts !== null) {
    const { startAlerts } = await import('./alerts.js');
    await startAlerts(alerts);
  }
  const keep = (): void => void keepPage().catch(() => undefined);
  if (document.readyState === 'complete') keep();
  else addEventListener('load', keep);
}

void start();
