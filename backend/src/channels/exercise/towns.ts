/** Where people live in the shipped exercise. */
export type Town = readonly [lat: number, lon: number, spread: number];

export const towns: readonly Town[] = [
  [51.499, 3.613, 0.03],
  [51.443, 3.573, 0.03],
  [51.504, 3.889, 0.04],
  [51.65, 3.918, 0.03],
  [51.494, 4.287, 0.04],
  [51.332, 3.828, 0.04],
];
