/**
 * One index that is loaded when first asked for and then follows the journal. What changes while it loads is noted and
 * read again at the end, so that nothing falls between the two.
 */
import type { IndexSource } from './index-source.js';
import { PointIndex } from './point-index.js';

export class LiveIndex {
  private loading: Promise<PointIndex> | null = null;
  private index: PointIndex | null = null;
  private missed = new Set<string>();

  constructor(readonly source: IndexSource) {}

  async points(): Promise<PointIndex> {
    if (this.index) return this.index;
    // A load that failed is tried again by the next who asks.
    this.loading ??= this.load().finally(() => (this.loading = null));
    return this.loading;
  }

  /** Reads what changed again. @throws when the database does not answer; the index is then loaded anew */
  async follow(ids: readonly string[]): Promise<void> {
    if (!this.index) {
      if (this.loading) ids.forEach((id) => this.missed.add(id));
      return;
    }
    try {
      await this.readAgain(this.index, ids);
    } catch (error) {
      this.index = null;
      throw error;
    }
  }

  private async load(): Promise<PointIndex> {
    this.missed.clear();
    const index = new PointIndex(this.source.tree.codes.length);
    let page = await this.source.page(null);
    while (page.last !== null) {
      const next = this.source.page(page.last);
      // What fails is told where it is awaited.
      next.catch(() => undefined);
      index.load(page.points());
      page = await next;
    }
    index.compact();
    while (this.missed.size > 0) {
      const ids = [...this.missed];
      this.missed.clear();
      await this.readAgain(index, ids);
    }
    this.index = index;
    return index;
  }

  private async readAgain(index: PointIndex, ids: readonly string[]): Promise<void> {
    const shown = new Map((await this.source.byIds(ids)).map((point) => [point.id, point]));
    for (const id of ids) {
      const point = shown.get(id);
      if (point) index.upsert(point);
      else index.remove(id);
    }
  }
}
