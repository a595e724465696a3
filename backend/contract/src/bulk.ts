/** Many reports at once, and the one to be looked at next. */
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { NewIncident, ReportDetail, ReportView } from './reports.js';
import { rejectionReasons, type RejectionReason } from './vocabulary.js';

export const bulkActions = ['claim', 'release', 'reject', 'verify'] as const;
export type BulkAction = (typeof bulkActions)[number];

export class BulkReport {
  @IsUUID('all')
  id!: string;

  /** The version that was seen; without it the report is taken as it is. */
  @IsOptional()
  @IsInt()
  version?: number;
}

/** One action on all of them, or on none: each that refuses is named under `errors`. A new report is claimed on the way. */
export class BulkReports {
  @IsIn(bulkActions)
  action!: BulkAction;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique(({ id }: BulkReport) => String(id).toLowerCase())
  @ValidateNested({ each: true })
  @Type(() => BulkReport)
  reports!: BulkReport[];

  /** For `reject`. */
  @IsOptional()
  @IsIn(rejectionReasons)
  reason?: RejectionReason;

  /** For `reject`. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;

  /** For `verify`: the id of one to add to, or the fields of a new one, which the first report opens. */
  @IsOptional()
  incident?: string | NewIncident;
}

export interface BulkResult {
  items: ReportView[];
}

/** Null where nothing waits. */
export interface NextReport {
  report: ReportDetail | null;
}
