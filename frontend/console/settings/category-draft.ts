/** The category tree while it is being edited. Pure: order, parents and codes stay sound whatever is clicked. */
import type { Category } from '@atesto/contract';
import { flattened, withDescendants } from '../queue/category-tree.js';

export interface CategoryDraft extends Category {
  /** Stays while the code is being typed. */
  key: string;
  /** Not saved yet: its code may still be typed. */
  fresh: boolean;
}

export const draftsOf = (categories: readonly Category[]): CategoryDraft[] =>
  flattened(categories).map(({ category }) => ({ ...category, key: category.code, fresh: false }));

export const inputOf = ({ code, parent, names, colour, icon, sensitive }: CategoryDraft): Category => ({
  code,
  parent,
  names: Object.fromEntries(Object.entries(names).filter(([, name]) => name.trim() !== '')),
  colour,
  icon,
  sensitive,
});

const goodCode = /^[a-z0-9][a-z0-9-]{0,99}$/;

/** Keys of the drafts that cannot be saved. */
export const badDrafts = (drafts: readonly CategoryDraft[]): string[] =>
  drafts
    .filter(
      ({ key, code, names }) =>
        !goodCode.test(code) ||
        Object.values(names).every((name) => name.trim() === '') ||
        drafts.some((other) => other.key !== key && other.code === code),
    )
    .map(({ key }) => key);

/** Swaps with the next sister above or below; children follow by their parent. */
export const moved = (drafts: readonly CategoryDraft[], key: string, step: 1 | -1): CategoryDraft[] => {
  const one = drafts.find((draft) => draft.key === key);
  const sisters = drafts.filter((draft) => draft.parent === one?.parent);
  const other = one && sisters[sisters.indexOf(one) + step];
  if (!one || !other) return [...drafts];
  return drafts.map((draft) => (draft === one ? other : draft === other ? one : draft));
};

/** Children of what is removed move up to its parent. */
export const removed = (drafts: readonly CategoryDraft[], key: string): CategoryDraft[] => {
  const gone = drafts.find((draft) => draft.key === key);
  return drafts
    .filter((draft) => draft !== gone)
    .map((draft) => (gone && draft.parent === gone.code ? { ...draft, parent: gone.parent } : draft));
};

/** A new code takes the children along. */
export const patched = (drafts: readonly CategoryDraft[], key: string, part: Partial<Category>): CategoryDraft[] => {
  const before = drafts.find((draft) => draft.key === key);
  return drafts.map((draft) => {
    if (draft === before) return { ...draft, ...part };
    const renamed = part.code !== undefined && before !== undefined && draft.parent === before.code;
    return renamed ? { ...draft, parent: part.code ?? null } : draft;
  });
};

/** Neither the category itself nor anything below it can be its parent. */
export const possibleParents = (drafts: readonly CategoryDraft[], code: string): CategoryDraft[] => {
  const below = withDescendants(drafts, [code]);
  return drafts.filter((draft) => draft.code !== '' && !below.has(draft.code));
};

/** Depth and order as the tree will be shown. */
export const arranged = (drafts: readonly CategoryDraft[]): { draft: CategoryDraft; depth: number }[] =>
  flattened(drafts).flatMap(({ category, depth }) => {
    const draft = drafts.find((one) => one === category);
    return draft ? [{ draft, depth }] : [];
  });
