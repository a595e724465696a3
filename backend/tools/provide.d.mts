/** Types of `provide.mjs` for the tests. */
export function postgresBin(): string | null;
export function chromiumPath(): string | null;
export function wrkPath(): string | null;
export function provide(wanted: string[]): string[];
