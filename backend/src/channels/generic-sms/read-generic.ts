/** Finds sender, words, name and time of a message under the names that a coordinator gave them. Pure. */
import { recordOf, textOf } from '../../gateways/index.js';

export interface FieldNames {
  from: string;
  text: string;
  /** Empty where the gateway names no messages. */
  id: string;
  time: string;
  timeFormat: TimeFormat;
}

export const timeFormats = ['iso', 'seconds', 'milliseconds', 'day-first', 'month-first'] as const;
export type TimeFormat = (typeof timeFormats)[number];

export interface GenericMessage {
  from: string;
  text: string;
  id: string;
  sentAt: Date | undefined;
}

/** By its own name, or by a path such as `data.0.sender`. */
export function fieldOf(fields: unknown, name: string): string {
  if (name === '') return '';
  const whole = ownOf(fields, name);
  if (whole !== undefined) return textOf(whole);
  return textOf(name.split('.').reduce((within, part) => ownOf(within, part), fields));
}

function ownOf(value: unknown, name: string): unknown {
  const fields: Record<string, unknown> = Array.isArray(value) ? { ...(value as unknown[]) } : recordOf(value);
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Null where nobody is named as the sender. */
export function readGeneric(fields: unknown, names: FieldNames): GenericMessage | null {
  const from = fieldOf(fields, names.from).trim();
  if (from === '') return null;
  return {
    from,
    text: fieldOf(fields, names.text),
    id: fieldOf(fields, names.id).trim(),
    sentAt: timeOf(fieldOf(fields, names.time).trim(), names.timeFormat),
  };
}

/** Without a zone it is UTC. What lies outside of this century is no time. */
function timeOf(text: string, format: TimeFormat): Date | undefined {
  const date = new Date(msOf(text, format));
  const isGood = date.getTime() >= Date.UTC(2000, 0) && date.getTime() < Date.UTC(2100, 0);
  return isGood ? date : undefined;
}

const daysFirst = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?:[ T,]+(\d{1,2}):(\d\d)(?::(\d\d))?)?/;

function msOf(text: string, format: TimeFormat): number {
  if (text === '') return NaN;
  if (format === 'seconds') return Number(text) * 1_000;
  if (format === 'milliseconds') return Number(text);
  if (format === 'iso') {
    const plain = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)$/.exec(text);
    return Date.parse(plain === null ? text : `${plain[1]}T${plain[2]}Z`);
  }
  const [, one, two, year, ...clock] = (daysFirst.exec(text) ?? []).map(Number);
  if (one === undefined || two === undefined || year === undefined) return NaN;
  const [day, month] = format === 'day-first' ? [one, two] : [two, one];
  const [hour = 0, minute = 0, second = 0] = clock.map((part) => part || 0);
  return month > 12 || day > 31 ? NaN : Date.UTC(year, month - 1, day, hour, minute, second);
}
