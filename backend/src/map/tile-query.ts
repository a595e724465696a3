/** What a request for a tile may say, and its address made sound. */
import { IsIn, IsISO8601, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { audiences, incidentStatuses, reportStatuses, severities, type Audience } from '@atesto/contract';
import { invalidInput } from '../platform/index.js';
import type { TileAddress } from './morton.js';

/** Deeper tiles would be smaller than a car. */
export const deepestTile = 22;

const listOf = (words: readonly string[]): RegExp => new RegExp(`^(${words.join('|')})(,(${words.join('|')}))*$`);

/** Lists are comma-separated: any of them matches. */
abstract class TileQuery {
  /** Category codes; a parent includes its children. `none` finds those without one. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  category?: string;

  @IsOptional()
  @Matches(listOf(severities))
  severity?: string;

  @IsOptional()
  @IsISO8601()
  from?: string;

  @IsOptional()
  @IsISO8601()
  to?: string;
}

export class IncidentTileQuery extends TileQuery {
  @IsOptional()
  @Matches(listOf(incidentStatuses))
  status?: string;

  /** `public` shows a signed-in person what the public sees. */
  @IsOptional()
  @IsIn(audiences)
  audience?: Audience;
}

export class ReportTileQuery extends TileQuery {
  @IsOptional()
  @Matches(listOf(reportStatuses))
  status?: string;
}

/** @throws Problem 422 naming the part that is no tile */
export function tileAddress(parts: { z: string; x: string; y: string }, deepest = deepestTile): TileAddress {
  const number = (name: 'z' | 'x' | 'y', most: number): number => {
    const value = /^\d{1,8}$/.test(parts[name]) ? Number(parts[name]) : Number.NaN;
    if (value <= most) return value;
    throw invalidInput([{ pointer: `/${name}`, detail: `must be a whole number from 0 to ${most}` }]);
  };
  const z = number('z', deepest);
  return { z, x: number('x', 2 ** z - 1), y: number('y', 2 ** z - 1) };
}
