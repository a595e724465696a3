/** How many incidents were opened when, from the index of the map: for the bars below it. */
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { audiences, type Audience } from './vocabulary.js';

/** The filters of the tiles, and a part of the world. Lists are comma-separated: any of them matches. */
export class IncidentTimelineQuery {
  @IsOptional()
  @Matches(/^(open|responding|resolved)(,(open|responding|resolved))*$/)
  status?: string;

  /** Category codes; a parent includes its children. `none` finds those without one. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  category?: string;

  @IsOptional()
  @Matches(/^(low|normal|high|critical)(,(low|normal|high|critical))*$/)
  severity?: string;

  /** `west,south,east,north` in degrees; west may exceed east across the antimeridian. */
  @IsOptional()
  @Matches(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?){3}$/)
  bbox?: string;

  /** At or after. Without it, from the first that matches. */
  @IsOptional()
  @IsISO8601()
  from?: string;

  /** Before. Without it, to the last that matches. */
  @IsOptional()
  @IsISO8601()
  to?: string;

  /** At most so many; fewer where a round length of time makes fewer. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2)
  @Max(200)
  buckets?: number;

  /** `public` shows a signed-in person what the public sees, and lets caches share the answer. */
  @IsOptional()
  @IsIn(audiences)
  audience?: Audience;
}
