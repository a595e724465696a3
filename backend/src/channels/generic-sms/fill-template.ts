/** Makes the request that sends a message out of what a coordinator wrote, with the message in its places. Pure. */

export interface Filling {
  /** E.164, with plus. */
  to: string;
  /** The same without plus. */
  number: string;
  text: string;
  id: string;
  key: string;
}

const places = /\{(to|number|text|id|key)\}/g;

export const filled = (template: string, filling: Filling, spelled = (value: string): string => value): string =>
  template.replace(places, (_place, name: keyof Filling) => spelled(filling[name]));

/** Within an address values are escaped, so that none can lead elsewhere. */
export const filledUrl = (template: string, filling: Filling): string => filled(template, filling, encodeURIComponent);

/** Lines such as `recipient={number}`. */
export function filledForm(template: string, filling: Filling): URLSearchParams {
  const form = new URLSearchParams();
  for (const line of template.split('\n')) {
    const at = line.indexOf('=');
    if (at > 0) form.append(line.slice(0, at).trim(), filled(line.slice(at + 1).trim(), filling));
  }
  return form;
}

/** A JSON object, or the same lines as a form has. */
export function filledJson(template: string, filling: Filling): Record<string, unknown> {
  const json = objectOf(template);
  if (json === null) return Object.fromEntries(filledForm(template, filling));
  return filledWithin(json, filling) as Record<string, unknown>;
}

function filledWithin(value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') return filled(value, filling);
  if (Array.isArray(value)) return value.map((inner) => filledWithin(inner, filling));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, filledWithin(inner, filling)]));
}

/** Null for what is no JSON object. */
export function objectOf(template: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(template);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
