/** The columns that the points of an index stand in, one typed array each. */
export function makeColumns(capacity: number) {
  return {
    code: new Float64Array(capacity),
    x: new Uint32Array(capacity),
    y: new Uint32Array(capacity),
    category: new Uint16Array(capacity),
    severity: new Uint8Array(capacity),
    status: new Uint8Array(capacity),
    time: new Float64Array(capacity),
    alive: new Uint8Array(capacity),
  };
}

export type Columns = Readonly<ReturnType<typeof makeColumns>>;

export function grown(columns: Columns, capacity: number): Columns {
  const next = makeColumns(capacity);
  for (const name of Object.keys(next) as (keyof Columns)[]) next[name].set(columns[name]);
  return next;
}

/** Row `n` of the result is row `order[n]` of the columns. */
export function inOrder(columns: Columns, order: Uint32Array, capacity: number): Columns {
  const next = makeColumns(capacity);
  for (const name of Object.keys(next) as (keyof Columns)[]) {
    const [from, to] = [columns[name], next[name]];
    for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!;
  }
  return next;
}
