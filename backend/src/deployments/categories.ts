/** What makes a tree of categories sound. Pure. */
import type { CategoryInput, FieldError } from '@atesto/contract';

/** Every fault of the list: codes twice, parents that are missing, loops, names that are empty. */
export function categoryFaults(items: readonly CategoryInput[]): FieldError[] {
  const faults: FieldError[] = [];
  const parents = new Map(items.map((item) => [item.code, item.parent ?? null]));
  const seen = new Set<string>();
  items.forEach((item, index) => {
    const at = (field: string): string => `/items/${index}/${field}`;
    if (seen.has(item.code)) faults.push({ pointer: at('code'), detail: `the code ${item.code} is there twice` });
    seen.add(item.code);
    const names = Object.entries(item.names);
    if (names.length === 0) faults.push({ pointer: at('names'), detail: 'at least one name is needed' });
    for (const [language, name] of names) {
      if (typeof name !== 'string' || name.trim() === '' || name.length > 200) {
        faults.push({ pointer: at(`names/${language}`), detail: 'must be 1 to 200 characters' });
      }
    }
    const parent = item.parent ?? null;
    if (parent === null) return;
    if (!parents.has(parent))
      faults.push({ pointer: at('parent'), detail: `there is no category ${parent} in the list` });
    else if (isOwnAncestor(item.code, parents)) faults.push({ pointer: at('parent'), detail: 'is below itself' });
  });
  return faults;
}

function isOwnAncestor(code: string, parents: ReadonlyMap<string, string | null>): boolean {
  let above = parents.get(code) ?? null;
  for (let steps = 0; above !== null && steps <= parents.size; steps++) {
    if (above === code) return true;
    above = parents.get(above) ?? null;
  }
  return false;
}
