/** The deployment's categories as a tree, in the order in which they are shown. */
import type { Category } from '@atesto/contract';

export interface CategoryNode {
  category: Category;
  depth: number;
}

/** Parents before their children, each with its depth. What hangs on a missing parent, or on itself, stands at the top. */
export const flattened = (categories: readonly Category[]): CategoryNode[] => {
  const known = new Set(categories.map((category) => category.code));
  const placed = new Set<string>();
  const nodes: CategoryNode[] = [];
  const place = (category: Category, depth: number): void => {
    if (placed.has(category.code)) return;
    placed.add(category.code);
    nodes.push({ category, depth });
    for (const child of categories) if (child.parent === category.code) place(child, depth + 1);
  };
  for (const category of categories) if (category.parent === null || !known.has(category.parent)) place(category, 0);
  for (const category of categories) place(category, 0);
  return nodes;
};

/** The codes themselves and everything below them: a filter by a parent finds its children. */
export const withDescendants = (categories: readonly Category[], codes: readonly string[]): ReadonlySet<string> => {
  const found = new Set(codes);
  for (let before = -1; before !== found.size;) {
    before = found.size;
    for (const { code, parent } of categories) if (parent !== null && found.has(parent)) found.add(code);
  }
  return found;
};

export const categoryOf = (categories: readonly Category[], code: string | null): Category | null =>
  categories.find((category) => category.code === code) ?? null;
