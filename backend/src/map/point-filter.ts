/** Which points a tile shows. Built once per request from the query, asked once per point, so it must be cheap. */
import type { Columns } from './point-columns.js';

/** Codes of the deployment in the order of the index; place 0 stands for none. */
export interface CategoryTree {
  codes: readonly (string | null)[];
  /** Index of the parent, or -1. */
  parents: readonly number[];
}

export interface FilterWords {
  category?: string | undefined;
  severity?: string | undefined;
  status?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export class PointFilter {
  /** It holds nothing back. */
  readonly takesAll: boolean;

  private constructor(
    /** The same words in another order give the same key. */
    readonly key: string,
    private readonly categories: Uint8Array | null,
    private readonly severities: number,
    private readonly statuses: number,
    private readonly from: number,
    private readonly to: number,
  ) {
    this.takesAll =
      categories === null && severities === -1 && statuses === -1 && from === -Infinity && to === Infinity;
  }

  static of(words: FilterWords, tree: CategoryTree, severities: readonly string[], statuses: readonly string[]) {
    const from = words.from ? Date.parse(words.from) : -Infinity;
    const to = words.to ? Date.parse(words.to) : Infinity;
    const categories = words.category ? categoryMask(words.category.split(','), tree) : null;
    const severityBits = words.severity ? bitsOf(words.severity, severities) : -1;
    const statusBits = words.status ? bitsOf(words.status, statuses) : -1;
    const key = [categories?.join('') ?? '*', severityBits, statusBits, from, to].join('/');
    return new PointFilter(key, categories, severityBits, statusBits, from, to);
  }

  matches(row: number, columns: Columns): boolean {
    if (this.takesAll) return true;
    if (((this.severities >> columns.severity[row]!) & 1) === 0) return false;
    if (((this.statuses >> columns.status[row]!) & 1) === 0) return false;
    const time = columns.time[row]!;
    if (time < this.from || time >= this.to) return false;
    return this.categories === null || this.categories[columns.category[row]!] === 1;
  }
}

const bitsOf = (words: string, all: readonly string[]): number =>
  words.split(',').reduce((bits, word) => (all.includes(word) ? bits | (1 << all.indexOf(word)) : bits), 0);

/** A chosen category brings everything below it; `none` is what has no category. */
function categoryMask(chosen: readonly string[], tree: CategoryTree): Uint8Array {
  const mask = new Uint8Array(tree.codes.length);
  mask[0] = chosen.includes('none') ? 1 : 0;
  for (let at = 1; at < mask.length; at++) {
    // The depth is bounded so that a ring of parents, which should not exist, can't hang a request.
    for (let up = at, steps = 0; up > 0 && steps < mask.length; up = tree.parents[up] ?? -1, steps++) {
      if (chosen.includes(tree.codes[up] ?? '')) mask[at] = 1;
    }
  }
  return mask;
}
