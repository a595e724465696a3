/** Values of fields in words, for histories and for what others changed meanwhile. */
import type { Category } from '@atesto/contract';
import { categoryOf } from '../queue/category-tree.js';
import type { Words } from './console-context.js';

const isSpot = (value: unknown): value is { lat: number; lon: number } =>
  typeof value === 'object' && value !== null && 'lat' in value && 'lon' in value;

const wordsOf = (name: string, text: string, words: Words): string => {
  const { t } = words;
  const known: Record<string, Record<string, string>> = {
    status: { ...t.reportStatus, ...t.incidentStatus },
    priority: t.severity,
    severity: t.severity,
    visibility: t.visibility,
    reason: t.rejection,
    confidence: t.evidence.confidence,
    evidence: t.evidence.kind,
    task: t.dispatch.task,
    outcome: t.dispatch.outcome,
  };
  return known[name]?.[text] ?? text;
};

export const valueWords = (name: string, value: unknown, words: Words, categories: readonly Category[]): string => {
  if (value === null || value === undefined || value === '') return '–';
  if (isSpot(value)) return `${value.lat.toFixed(5)}, ${value.lon.toFixed(5)}`;
  if (typeof value === 'boolean') return value ? words.t.common.yes : words.t.common.no;
  if (typeof value === 'number') return words.format.number(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  const category = name === 'category' ? categoryOf(categories, value) : null;
  return category ? words.nameOf(category) : wordsOf(name, value, words);
};

export const fieldName = (name: string, words: Words): string | null => {
  const names: Record<string, string> = words.t.field;
  return names[name] ?? null;
};
