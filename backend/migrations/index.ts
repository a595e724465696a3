/** All migrations in their order. */
import { First1764000000000 } from './20261123-first.js';

export const migrations = [First1764000000000];
