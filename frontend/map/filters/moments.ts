/** Instants and what a field for date and time holds, which is in the reader's own zone. Pure. */
import { minuteOf } from '../address.js';

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-02-03T11:00`, empty for none. */
export function fieldOf(minute: string | null): string {
  if (minute === null) return '';
  const at = new Date(minute);
  const date = `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Null while the field is empty or half filled in. */
export const minuteOfField = (value: string): string | null => minuteOf(value === '' ? null : value);
