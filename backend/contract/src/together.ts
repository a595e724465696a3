/** Working on one queue together: who is looking at what, and who takes over from whom. */
import { IsBoolean, IsOptional, IsString, Length } from 'class-validator';
import type { PersonRef } from './reports.js';

export interface Looking {
  kind: 'report' | 'incident';
  id: string;
}

/** All that one person looks at now, in whichever windows; nothing once they have gone. */
export interface Present {
  person: PersonRef;
  at: Looking[];
}

export interface PresenceFrame {
  people: Present[];
  /** Nobody but these is there: what was known before is no longer so. */
  whole: boolean;
}

/** A claim that somebody else holds is taken over with a note for them, or not at all. */
export class ClaimReport {
  @IsOptional()
  @IsBoolean()
  takeOver?: boolean;

  @IsOptional()
  @IsString()
  @Length(1, 500)
  note?: string;
}

/** Told to the responders beside the report, for the one who held it until then. */
export interface TakenOver {
  /** Who held the claim before. */
  from: string;
  note: string;
}
