/** The middle of some lags: one that a busy machine held up says nothing, most of them do. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
