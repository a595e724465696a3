/** Keyset paging, the same for every list: newest first, `next` is handed back as `cursor`. */
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

export class PageQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}

export interface Page<Item> {
  items: Item[];
  /** Cursor of the next page, null after the last one. */
  next: string | null;
}
