/** What is being written survives a closed tab: cheap phones close it when the camera opens. */
import { valueIn } from './elements.js';

const dayMs = 24 * 60 * 60 * 1000;
/** Neither contact nor position: the phone may be shared, and a position may be old. */
const kept = ['category', 'text', 'place'];

type Draft = Record<string, string> & { at: string };

function read(name: string): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(name) ?? 'null') as Draft | null;
    return draft !== null && Date.now() - Number(draft.at) < dayMs ? draft : null;
  } catch {
    return null;
  }
}

function put(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
    field.value = value;
}

export interface DraftKeeper {
  /** Whether words had been kept and are in the form now. */
  restore(): boolean;
  forget(): void;
}

export function keepDraft(form: HTMLFormElement, slug: string): DraftKeeper {
  const name = `draft ${slug}`;
  const save = (): void => {
    const values = kept.map((field) => [field, valueIn(form, field)]);
    try {
      localStorage.setItem(name, JSON.stringify({ ...Object.fromEntries(values), at: String(Date.now()) }));
    } catch {
      // A full or closed storage: the words are still in the form.
    }
  };
  for (const event of ['input', 'change']) form.addEventListener(event, save);
  return {
    restore() {
      const draft = read(name);
      if (draft === null || valueIn(form, 'text') !== '') return false;
      for (const field of kept) put(form, field, draft[field] ?? '');
      return (draft['text'] ?? '') !== '';
    },
    forget() {
      try {
        localStorage.removeItem(name);
      } catch {
        // Nothing was kept then.
      }
    },
  };
}
