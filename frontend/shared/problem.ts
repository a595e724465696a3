/**
 * What went wrong with a request, as the server said it (RFC 9457), or made up here when there was no server to say it.
 * `status` 0 means that no answer came at all.
 */
import type { FieldError, ProblemBody } from '@atesto/contract';

export class Problem extends Error {
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string | null;
  readonly errors: readonly FieldError[];
  /** Seconds after which asking again makes sense, when the server said so. */
  readonly retryAfterSeconds: number | null;

  constructor(body: ProblemBody, retryAfterSeconds: number | null = null) {
    super(body.detail ?? body.title);
    this.name = 'Problem';
    this.status = body.status;
    this.type = body.type;
    this.title = body.title;
    this.detail = body.detail ?? null;
    this.errors = body.errors ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** Words on the field that a JSON pointer such as `/area/west` names, if there are any. */
  at(pointer: string): string | null {
    return this.errors.find((error) => error.pointer === pointer)?.detail ?? null;
  }

  get unreachable(): boolean {
    return this.status === 0;
  }

  get stale(): boolean {
    return this.status === 412;
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;

/** Anything thrown, as a problem: views only ever show problems. */
export const asProblem = (error: unknown): Problem =>
  isProblem(error)
    ? error
    : new Problem({
        type: 'about:blank',
        title: 'Unexpected fault',
        status: -1,
        detail: error instanceof Error ? error.message : String(error),
      });

const isBody = (value: unknown): value is Partial<ProblemBody> => typeof value === 'object' && value !== null;

export const problemOfResponse = async (response: Response): Promise<Problem> => {
  const body: unknown = await response.json().catch(() => null);
  const said = isBody(body) ? body : {};
  const retry = Number(response.headers.get('retry-after'));
  return new Problem(
    {
      type: said.type ?? 'about:blank',
      title: said.title ?? response.statusText,
      status: response.status,
      ...(said.detail === undefined ? {} : { detail: said.detail }),
      ...(Array.isArray(said.errors) ? { errors: said.errors } : {}),
    },
    Number.isFinite(retry) && retry > 0 ? retry : null,
  );
};
