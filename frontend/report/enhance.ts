/** Makes the citizen's pages better where scripts run: the phone's position, no second report by a double tap, news. */

function input(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(name);
  return found instanceof HTMLInputElement ? found : null;
}

function setPosition(form: HTMLFormElement, coords: GeolocationCoordinates | null): void {
  const values = { lat: coords?.latitude, lon: coords?.longitude, accuracy: coords?.accuracy };
  for (const [name, value] of Object.entries(values)) {
    const field = input(form, name);
    if (field !== null) field.value = value === undefined ? '' : String(value);
  }
}

function offerPosition(form: HTMLFormElement): void {
  const box = document.getElementById('position');
  const use = document.getElementById('position-use');
  const forget = document.getElementById('position-forget');
  const state = document.getElementById('position-state');
  if (box === null || use === null || forget === null || state === null || !('geolocation' in navigator)) return;
  const show = (text: string, isFound: boolean): void => {
    state.textContent = text;
    use.hidden = isFound;
    forget.hidden = !isFound;
  };
  const found = (coords: GeolocationCoordinates): void => {
    setPosition(form, coords);
    show((box.dataset['found'] ?? '').replace('{metres}', String(Math.ceil(coords.accuracy))), true);
  };
  use.addEventListener('click', () => {
    show(box.dataset['searching'] ?? '', false);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => found(coords),
      () => show(box.dataset['denied'] ?? '', false),
      { enableHighAccuracy: true, timeout: 30_000, maximumAge: 60_000 },
    );
  });
  forget.addEventListener('click', () => {
    setPosition(form, null);
    show('', false);
  });
  box.hidden = false;
}

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

const form = document.getElementById('report');
if (form instanceof HTMLFormElement) {
  offerPosition(form);
  sendOnce(form);
}
const follow = document.getElementById('follow');
if (follow instanceof HTMLFormElement) lookAgain(follow);
