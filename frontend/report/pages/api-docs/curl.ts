/** A line for the shell that makes a call, with the made-up values of its examples. Pure. */
import { exampleOf, type Description, type Operation } from './description.js';

const samples: Record<string, string> = { deployment: 'main', number: '1', z: '0', x: '0', y: '0' };
const id = '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

export interface Call {
  method: string;
  path: string;
  operation: Operation;
}

/** Whoever may do it without a key needs none in the example. */
export const needsKey = ({ security = [] }: Operation): boolean =>
  !security.some((way) => Object.keys(way).length === 0);

export function curlOf({ method, path, operation }: Call, description: Description, origin: string): string {
  const address = path.replaceAll(
    /\{(\w+)\}/g,
    (_, name: string) => samples[name] ?? (name === 'token' ? 'TOKEN' : id),
  );
  const headers = (operation.parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => `${name}: "4"`);
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const isJson = type === 'application/json' && content !== undefined;
  const parts = [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} ${quoted(origin + address)}`,
    ...(needsKey(operation) ? [`-H 'Authorization: Bearer atesto_…'`] : []),
    ...headers.map((header) => `-H ${quoted(header)}`),
    ...(type === undefined ? [] : [`-H 'Content-Type: ${type}'`]),
    ...(isJson ? [`--data ${quoted(JSON.stringify(exampleOf(content, description)))}`] : []),
    ...(type !== undefined && !isJson ? ['--data-binary @file'] : []),
  ];
  return parts.join(' \\\n  ');
}
