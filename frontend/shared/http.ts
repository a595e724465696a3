/** One JSON request to the API: same origin, session cookie, If-Match, faults as `Problem`. Nothing is retried here. */
import { onceSent } from './once-sent.js';
import { Problem, problemOfResponse } from './problem.js';

export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface RequestOptions {
  query?: Query | URLSearchParams;
  body?: object | null;
  /** The version that the change was based on. */
  ifMatch?: number;
  signal?: AbortSignal;
  /** Adds an id to the body: until the server has answered, the same body to the same address is the same thing. */
  once?: boolean;
}

export interface HttpOptions {
  base?: string;
  /** `omit` lets a signed-in person see what the public sees. */
  credentials?: RequestCredentials;
  fetch?: typeof fetch;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The number under which the journal holds what the call did, for those that can be taken back. */
export const actionOf = (answer: unknown): string | null =>
  typeof answer === 'object' && answer !== null ? (numbers.get(answer) ?? null) : null;
export const noteAction = (answer: object, number: string): void => void numbers.set(answer, number);
const numbers = new WeakMap<object, string>();

export type Http = <Answer>(method: Method, path: string, options?: RequestOptions) => Promise<Answer>;

/** `?a=1&b=2`, or nothing; empty values are left out. */
export const queryString = (query: RequestOptions['query']): string => {
  if (query === undefined) return '';
  const params = query instanceof URLSearchParams ? query : new URLSearchParams();
  if (!(query instanceof URLSearchParams)) {
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined && value !== '') params.set(name, String(value));
    }
  }
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};

const unreachable = (error: unknown): Problem =>
  new Problem({
    type: 'about:blank',
    title: 'No connection',
    status: 0,
    detail: error instanceof Error ? error.message : String(error),
  });

export const createHttp = (options: HttpOptions = {}): Http => {
  const base = options.base ?? '/api/v1';
  const credentials = options.credentials ?? 'same-origin';
  // Looked up late so that tests and pages may replace the global.
  const send: typeof fetch = options.fetch ?? ((input, init) => fetch(input, init));

  const once = onceSent();

  return async <Answer>(method: Method, path: string, request: RequestOptions = {}): Promise<Answer> => {
    const sent =
      request.once === true ? once(path, request.body ?? {}) : { body: request.body, settle: () => undefined };
    const headers: Record<string, string> = { accept: 'application/json' };
    if (sent.body !== undefined) headers['content-type'] = 'application/json';
    if (request.ifMatch !== undefined) headers['if-match'] = `"${request.ifMatch}"`;
    let response: Response;
    try {
      response = await send(`${base}${path}${queryString(request.query)}`, {
        method,
        credentials,
        headers,
        ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
        ...(request.signal === undefined ? {} : { signal: request.signal }),
      });
    } catch (error) {
      if (request.signal?.aborted === true) throw error;
      throw unreachable(error);
    }
    if (response.status >= 400 && response.status < 500) sent.settle();
    if (!response.ok) throw await problemOfResponse(response);
    if (response.status === 204) return undefined as Answer;
    try {
      const answer = (await response.json()) as Answer;
      sent.settle();
      const number = response.headers.get('x-action');
      if (number !== null && typeof answer === 'object' && answer !== null) noteAction(answer, number);
      return answer;
    } catch (error) {
      if (request.signal?.aborted === true) throw error;
      throw unreachable(error);
    }
  };
};
