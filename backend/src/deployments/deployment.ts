/** A deployment as the server thinks of it, with its categories at hand. Pure. */
import type { Bounds, Policy, Translations } from '@atesto/contract';

export interface CategoryNode {
  id: string;
  code: string;
  parentId: string | null;
  names: Translations;
  colour: string;
  icon: string;
  sensitive: boolean;
  archived: boolean;
}

export class Deployment {
  private readonly byId: ReadonlyMap<string, CategoryNode>;
  private readonly byCode: ReadonlyMap<string, CategoryNode>;

  constructor(
    readonly id: string,
    readonly slug: string,
    readonly name: string,
    readonly area: Bounds,
    readonly languages: readonly string[],
    readonly policy: Policy,
    readonly version: number,
    /** In the order of display, archived ones too. */
    readonly categories: readonly CategoryNode[],
    /** Made up from beginning to end: it is watermarked everywhere, and nothing leaves it. */
    readonly isExercise: boolean = false,
  ) {
    this.byId = new Map(categories.map((category) => [category.id, category]));
    this.byCode = new Map(categories.map((category) => [category.code, category]));
  }

  category(code: string): CategoryNode | null {
    return this.byCode.get(code) ?? null;
  }

  categoryById(id: string | null): CategoryNode | null {
    return id === null ? null : (this.byId.get(id) ?? null);
  }

  codeOf(categoryId: string | null): string | null {
    return this.categoryById(categoryId)?.code ?? null;
  }

  /** A category is sensitive when it or anything above it is. */
  isSensitive(categoryId: string | null): boolean {
    for (let node = this.categoryById(categoryId); node !== null; node = this.categoryById(node.parentId)) {
      if (node.sensitive) return true;
    }
    return false;
  }

  sensitiveIds(): string[] {
    return this.categories.filter((category) => this.isSensitive(category.id)).map((category) => category.id);
  }

  /** Ids of the categories with these codes and of everything below them. Unknown codes match nothing. */
  withDescendants(codes: readonly string[]): string[] {
    const wanted = new Set(codes);
    const isBelow = (node: CategoryNode | null): boolean =>
      node !== null && (wanted.has(node.code) || isBelow(this.categoryById(node.parentId)));
    return this.categories.filter(isBelow).map((category) => category.id);
  }
}
