/** Makes the citizen's pages better where scripts run: the phone's position, no second report by a double tap, news. */

function sendOnce(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  if (button === null) return;
  const label = button.textContent;
  form.addEventListener('submit', () => {
    button.disabled = true;
    button.textContent = form.dataset['sending'] ?? label;
  });
  // Coming back to the page by the back button finds it usable.
  addEventListener('pageshow', () => {
    button.disabled = false;
    button.textContent = label;
  });
}

/** The follow page shows what is new by itself, unless somebody is writing or not looking. */
function lookAgain(form: HTMLFormElement): void {
  const everyMs = 20_000;
  const box = form.querySelector('textarea');
  setInterval(() => {
    const isWriting = box === null || box.value !== '' || document.activeElement === box;
    if (document.visibilityState === 'visible' && navigator.onLine && !isWriting)
      location.assign(location.pathname + location.search);
  }, everyMs);
}

async function improvePlace(form: HTMLFormElement): Promise<void> {
  const { attachPlaceField } = await import('./places/place-field.js');
  const field = attachPlaceField(form);
  const { photoPosition } = await import('./places/photo-position.js');
  const media = form.elements.namedItem('media');
  if (!(media instanceof HTMLInputElement)) return;
  media.addEventListener('change', () => {
    const file = media.files?.[0];
    if (file === undefined) return;
    void photoPosition(file).then((point) => point && field?.offerPhotoPlace(point));
  });
}

const form = document.getElementById('report');
if (form instanceof HTMLFormElement) {
  void improvePlace(form);
  sendOnce(form);
}
const follow = document.getElementById('follow');
if (follow instanceof HTMLFormElement) lookAgain(follow);
