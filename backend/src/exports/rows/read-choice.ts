/** Which columns somebody asked for. Pure. */
import type { Audience } from '@atesto/contract';
import { invalidInput } from '../../platform/index.js';
import { chosenColumns, type ChosenColumn, type ColumnChoice } from './columns.js';

/** What files say beside their columns. */
const taken = new Set(['location', 'exercise']);

/** `number,title:Titel` */
export function readColumns(text: string): ColumnChoice[] {
  return text.split(',').map((part) => {
    const at = part.indexOf(':');
    const key = (at < 0 ? part : part.slice(0, at)).trim();
    const name = at < 0 ? '' : part.slice(at + 1).trim();
    return name === '' ? { key } : { key, name };
  });
}

/** @throws Problem 422 for a column that there is none of for the audience, or one that is there twice */
export function columnsFor(choice: readonly ColumnChoice[], audience: Audience): ChosenColumn[] {
  const { unknown, columns } = chosenColumns(choice, audience);
  const faults = unknown.map((key) => `${key} is no column of this file`);
  const names = columns.map(({ name }) => name);
  faults.push(...names.filter((name) => taken.has(name)).map((name) => `${name} is taken by the file itself`));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  faults.push(...twice.map((name) => `${name} is there twice`));
  if (faults.length > 0) throw invalidInput(faults.map((detail) => ({ pointer: '/columns', detail })));
  return columns;
}
