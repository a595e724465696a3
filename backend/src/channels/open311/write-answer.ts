/**
 * One content in the two forms of the standard: XML without a namespace, and JSON that follows from it by the Spark
 * convention, in which a list is bare and what is empty is null. Pure.
 */
import type { Answer } from '../../gateways/index.js';
import { xmlText } from '../../platform/index.js';

export type Format = 'xml' | 'json';
export type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };

/** What one of a list is called. */
const single: Record<string, string> = {
  services: 'service',
  service_requests: 'request',
  attributes: 'attribute',
  endpoints: 'endpoint',
  formats: 'format',
  errors: 'error',
};

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function element(name: string, value: Value): string {
  if (value === null || value === '') return `<${name}/>`;
  if (isList(value)) {
    const one = single[name] ?? 'item';
    return `<${name}>${value.map((inner) => element(one, inner)).join('')}</${name}>`;
  }
  if (typeof value !== 'object') return `<${name}>${xmlText(String(value))}</${name}>`;
  const inside = Object.entries(value).map(([below, inner]) => element(below, inner));
  return `<${name}>${inside.join('')}</${name}>`;
}

export const xmlOf = (root: string, content: Value): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${element(root, content)}`;

/** Anyone's page may ask: nothing here depends on who is signed in. */
const headers = { 'access-control-allow-origin': '*' };

/** Looks are many and the same, so they are not in the log. */
export const written = (format: Format, root: string, content: Value): Answer => ({
  status: 200,
  type: format === 'xml' ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8',
  body: format === 'xml' ? xmlOf(root, content) : JSON.stringify(content),
  headers,
  outcome: 'told',
  isPoll: true,
});

export interface Fault {
  code: 400 | 403 | 404;
  description: string;
}

/** The status is the first fault's. */
export function refused(format: Format, faults: readonly Fault[]): Answer {
  const errors = faults.map(({ code, description }) => ({ code, description }));
  const error = faults.map(({ description }) => description).join(' ');
  return {
    ...written(format, 'errors', errors),
    status: faults[0]?.code ?? 400,
    outcome: 'refused',
    error,
    isPoll: false,
  };
}
