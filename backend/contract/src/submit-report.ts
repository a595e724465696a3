/** What a citizen's phone, or a program in its place, sends to report something. */
import { Type } from 'class-transformer';
import {
  IsEmail,
  IsInt,
  IsISO8601,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Location } from './location.js';
import type { ReportStatus } from './vocabulary.js';

/** Photos that one report may have. */
export const mostPhotos = 8;

export class ReporterContact {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  phone?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(254)
  email?: string;
}

export class SubmitReport {
  /** Made by the client, any UUID version. The same id again is the same report. */
  @IsOptional()
  @IsUUID('all')
  id?: string;

  @IsOptional()
  @IsString()
  @Length(1, 5000)
  text?: string;

  /** A category's code. One that the deployment does not have is kept among the answers. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  category?: string;

  /** Where it is missing, coordinates and map links in `place` are read instead; `null` says that they shall not be. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => Location)
  location?: Location | null;

  /** The place in words. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  place?: string;

  /** When it was seen, ISO 8601; the server notes itself when it was received. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  observedAt?: string;

  /** BCP 47 tag of the text. */
  @IsOptional()
  @IsString()
  @Matches(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/)
  @MaxLength(35)
  language?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReporterContact)
  reporter?: ReporterContact;

  /** Answers to further questions, kept as they are. */
  @IsOptional()
  @IsObject()
  answers?: Record<string, unknown>;

  /** How many photos will follow by upload to the receipt's `follow` address. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(mostPhotos)
  photos?: number;

  /** A field that people do not see. Whoever fills it is no person: the report waits in quarantine. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  trap?: string;
}

/** The acknowledgement: what was accepted is durable when this is sent. */
export interface ReportReceipt {
  id: string;
  status: ReportStatus;
  /** Secret URL under which the reporter sees what became of the report. */
  follow: string;
}
