/** The one kind of error that callers see: RFC 9457. Each feature names its own in `x.problems.ts`. */
import type { FieldError, ProblemBody } from '@atesto/contract';

export class Problem extends Error {
  constructor(
    readonly status: number,
    /** Last part of the type path, kebab-case. */
    readonly kind: string,
    readonly title: string,
    readonly detail?: string,
    readonly errors?: FieldError[],
    readonly headers: Record<string, string> = {},
  ) {
    super(detail ?? title);
  }

  toBody(): ProblemBody {
    return {
      type: `/problems/${this.kind}`,
      title: this.title,
      status: this.status,
      ...(this.detail === undefined ? {} : { detail: this.detail }),
      ...(this.errors === undefined ? {} : { errors: this.errors }),
    };
  }
}

export const invalidInput = (errors: FieldError[], detail = 'Some fields are not as they should be.'): Problem =>
  new Problem(422, 'invalid-input', 'The input is not valid', detail, errors);

export const notFound = (what: string): Problem =>
  new Problem(404, 'not-found', 'Not found', `There is no such ${what}.`);

export const notSignedIn = (): Problem =>
  new Problem(401, 'not-signed-in', 'Not signed in', 'Sign in, or send an API key, and try again.');

export const unknownKey = (): Problem =>
  new Problem(401, 'not-signed-in', 'Not signed in', 'This API key is not known. It may be mistyped, revoked or over.');

export const notAllowed = (detail = 'Your role does not allow this.'): Problem =>
  new Problem(403, 'not-allowed', 'Not allowed', detail);

export const versionRequired = (): Problem =>
  new Problem(428, 'version-required', 'Version required', 'Send the version you saw as If-Match: "version".');

export const staleVersion = (current: number): Problem =>
  new Problem(412, 'stale-version', 'Changed by somebody else', `The current version is ${current}.`, undefined, {
    etag: `"${current}"`,
  });

export const tooManyRequests = (seconds: number): Problem =>
  new Problem(429, 'too-many-requests', 'Too many requests', `Try again in ${seconds} s.`, undefined, {
    'retry-after': String(seconds),
  });

export const unavailable = (): Problem =>
  new Problem(503, 'unavailable', 'Not available just now', 'Try again in a moment.', undefined, {
    'retry-after': '2',
  });

export const noSuchPart = (length: number): Problem =>
  new Problem(416, 'no-such-part', 'No such part', `The file has ${length} bytes.`, undefined, {
    'content-range': `bytes */${length}`,
  });
