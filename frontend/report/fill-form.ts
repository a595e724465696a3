/** Puts a report back into the form. Loaded only when one was refused. */

interface Told {
  text?: string;
  place?: string;
  category?: string;
  location?: { lat: number; lon: number; accuracy?: number };
  reporter?: { name?: string; phone?: string; email?: string };
}

export function fillForm(form: HTMLFormElement, body: Record<string, unknown>): void {
  const { text, place, category, location, reporter } = body as Told;
  const values = { text, place, category, ...location, ...reporter };
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name);
    if (field instanceof RadioNodeList || field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
      field.value = String(value ?? '');
  }
  // What may be wrong must be seen.
  if (reporter !== undefined) form.querySelector('details')?.setAttribute('open', '');
}
