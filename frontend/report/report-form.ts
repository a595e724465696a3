/** The report form with a script: saved on the phone first, then sent; nothing is lost on the way. */
import { keepDraft, type DraftKeeper } from './draft.js';
import { byId } from './elements.js';
import { makeUuid } from '../shared/uuid.js';
import type { Nearby } from './nearby.js';
import { newItem, type OutboxItem } from './outbox/outbox-item.js';
import { holdPhoto, holdsPhotos, photoWithId, putItem, putPhoto, removePhoto } from './outbox/outbox-store.js';
import type { PlaceField } from './places/place-field.js';
import type { ChosenPhoto, PhotoChoice } from './photos.js';
import { showQueue, type Queue } from './queue.js';
import { hasSubstance, readFields, reportOfForm, type FormValues } from './report-body.js';
import { showSteps, type Steps } from './steps.js';
import { filled, type ScriptWords } from './words.js';

const titleLength = 80;

const shortened = (text: string): string =>
  text.length <= titleLength ? text : `${text.slice(0, titleLength).replace(/\s+\S*$/, '')} …`;

const valuesOf = (form: HTMLFormElement): FormValues => {
  const data = new FormData(form);
  return readFields((name) => data.get(name));
};

/** Keeps a photo for later. @returns whether there was room for it on the phone */
async function keepPhoto({ id, photo }: ChosenPhoto): Promise<boolean> {
  try {
    await putPhoto(id, photo);
    return true;
  } catch {
    holdPhoto(id, photo);
    return false;
  }
}

class ReportForm {
  private isBusy = false;
  private place: PlaceField | null = null;
  private photos: PhotoChoice | null = null;
  private nearby: Nearby | null = null;
  private readonly steps: Steps;
  private readonly queue: Queue;
  private readonly draft: DraftKeeper;
  private readonly slug: string;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly words: ScriptWords,
  ) {
    this.slug = form.dataset['slug'] ?? '';
    this.draft = keepDraft(form, this.slug);
    this.queue = showQueue(words, { edit: (item) => void this.edit(item) });
    this.steps = showSteps(form, words, (step) => void this.prepare(step));
  }

  start(): void {
    const { form, words } = this;
    byId('draft')
      ?.querySelector('button')
      ?.addEventListener('click', () => {
        this.clear();
        this.showForm(true);
      });
    this.tellDraft(this.draft.restore());
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void this.submitOnce();
    });
    form.addEventListener('placechange', () => void this.nearby?.look());
    const offline = byId('offline');
    const tellLine = (): void => {
      if (offline !== null) offline.textContent = navigator.onLine ? '' : words.offline;
    };
    addEventListener('online', tellLine);
    addEventListener('offline', tellLine);
    tellLine();
    addEventListener('beforeunload', (event) => {
      if (holdsPhotos()) event.preventDefault();
    });
    byId('another')?.addEventListener('click', () => this.showForm(true));
    void this.queue.run();
  }

  /** What a step needs beyond the first load comes when it is opened. */
  private async prepare(step: number): Promise<void> {
    const { form, slug, words } = this;
    if (step < 1) return;
    await Promise.all([this.preparePlace(), this.preparePhotos()]);
    if (step < 2) return;
    if (this.nearby === null) {
      const { offerNearby } = await import('./nearby.js');
      this.nearby ??= offerNearby(form, slug, words, () => void this.queue.run());
    }
    void this.nearby.look();
  }

  private async preparePlace(): Promise<void> {
    if (this.place !== null) return;
    const { attachPlaceField } = await import('./places/place-field.js');
    this.place ??= attachPlaceField(this.form);
  }

  private async preparePhotos(): Promise<void> {
    if (this.photos !== null) return;
    const input = byId<HTMLInputElement>('media');
    const { choosePhotos } = await import('./photos.js');
    if (input === null || this.photos !== null) return;
    const photos = choosePhotos(input, this.words, (file) => void this.offerPlaceOf(file));
    this.photos = photos;
    input.addEventListener('change', () => void photos.take());
    // What was chosen before this was loaded.
    void photos.take();
  }

  /** A photo may say where it was taken; whether that is the place, only the person knows. */
  private async offerPlaceOf(photo: File): Promise<void> {
    const { photoPosition } = await import('./places/photo-position.js');
    const point = await photoPosition(photo);
    if (point !== null) this.place?.offerPhotoPlace(point);
  }

  private say(text: string): void {
    const state = byId('form-state');
    if (state !== null) state.textContent = text;
  }

  /** A second tap while the first is still at work is none. */
  private async submitOnce(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    try {
      await this.submit();
    } finally {
      this.isBusy = false;
    }
  }

  private async submit(): Promise<void> {
    const { form, words } = this;
    try {
      await this.preparePhotos();
      await this.photos?.take();
      // A place that was just pasted is still being read.
      await this.place?.settled();
    } catch {
      // The photos cannot be prepared here: with a network the form goes as it is, photos and all.
      if (navigator.onLine) form.submit();
      return;
    }
    const values = { ...valuesOf(form), id: makeUuid() };
    const photos = this.photos?.chosen() ?? [];
    if (!hasSubstance(values) && photos.length === 0) {
      this.say(form.dataset['empty'] ?? '');
      this.steps.openAt(byId('text') ?? form);
      return;
    }
    this.say('');
    try {
      const rest = await this.keep(values, photos);
      this.clear();
      this.showForm(false);
      const names = rest.map(({ name }) => name || '?').join(', ');
      if (rest.length > 0) this.say(filled(words.photoFull, { names }));
    } catch {
      this.say(words.full);
      // Without room on the phone, and with a network, the form goes the plain way.
      if (navigator.onLine) {
        this.photos?.putBack();
        form.submit();
      }
      return;
    }
    // Not waited for: the next report may be written while this one goes out.
    void this.queue.run();
  }

  /** The words must fit, photos may be held by the page. @returns the photos that did not fit on the phone */
  private async keep(values: FormValues, photos: readonly ChosenPhoto[]): Promise<readonly ChosenPhoto[]> {
    const { slug } = this;
    let rest: readonly ChosenPhoto[] = [];
    const put = (): Promise<void> =>
      putItem(
        newItem(
          {
            id: values.id,
            kind: 'report',
            path: `/api/v1/deployments/${slug}/reports`,
            body: { ...this.told(values), photos: photos.length },
            title: shortened(values.text.trim() || values.place.trim()),
            photos: photos.map(({ id }) => ({
              id,
              state: 'waiting',
              isBegun: false,
              isHeld: rest.some((other) => other.id === id),
            })),
          },
          Date.now(),
        ),
      );
    // The photos come before their report is there to be sent, else it might go without them.
    for (const photo of photos) if (!(await keepPhoto(photo))) rest = [...rest, photo];
    try {
      await put();
    } catch (error) {
      if (photos.length === 0) throw error;
      // The photos took the room that the words need.
      rest = photos;
      for (const { id, photo } of photos) {
        await removePhoto(id);
        holdPhoto(id, photo);
      }
      await put();
    }
    return rest;
  }

  private told(values: FormValues): Record<string, unknown> {
    const report = reportOfForm(values, this.form.dataset['language'] ?? 'en');
    return this.place?.isRemoved() === true ? { ...report, location: null } : report;
  }

  private tellDraft(isThere: boolean): void {
    const notice = byId('draft');
    if (notice !== null) notice.hidden = !isThere;
  }

  private clear(): void {
    this.draft.forget();
    this.tellDraft(false);
    this.say('');
    this.form.reset();
    this.photos?.clear();
    for (const name of ['lat', 'lon', 'accuracy']) {
      const field = this.form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = '';
    }
    this.form.dispatchEvent(new CustomEvent('placechange'));
  }

  private showForm(isShown: boolean): void {
    this.form.hidden = !isShown;
    const another = byId('another');
    if (another !== null) another.hidden = isShown;
    this.steps.restart();
    const intro = byId('intro');
    if (intro !== null) intro.hidden = !isShown;
    // The list is filled a moment later; its heading takes the focus now.
    if (!isShown) byId('queue')?.removeAttribute('hidden');
    const heading = byId(isShown ? 'title' : 'queue-title');
    heading?.focus();
    heading?.scrollIntoView();
  }

  /** A refused report goes back into the form; it stays in the list until it is taken away there. */
  private async edit(item: OutboxItem): Promise<void> {
    this.showForm(true);
    // What is being written comes first.
    if (hasSubstance(valuesOf(this.form))) return this.tellDraft(true);
    const { fillForm } = await import('./fill-form.js');
    fillForm(this.form, item.body);
    await this.prepare(1);
    this.place?.refresh();
    for (const { id } of item.photos) {
      const photo = await photoWithId(id);
      if (photo !== null) this.photos?.add({ id: makeUuid(), name: '', photo });
    }
  }
}

export function startReportForm(form: HTMLFormElement, words: ScriptWords): void {
  new ReportForm(form, words).start();
}
