/** Errors as RFC 9457 `application/problem+json`. */
export interface FieldError {
  /** JSON pointer to the field, for example `/location/lat`. */
  pointer: string;
  detail: string;
}

export interface ProblemBody {
  /** A path that names the kind of problem, for example `/problems/stale-version`. */
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
}
