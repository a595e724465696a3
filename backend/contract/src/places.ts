/** Names of places, suggested while somebody types where something is. */
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

export class PlaceQuery {
  /** The beginning of a name, or of a word in it. */
  @IsString()
  @Length(1, 100)
  q!: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  limit?: number;

  /** BCP 47 tag of the reader's language, for sources that know names in several. */
  @IsOptional()
  @Matches(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*$/)
  lang?: string;
}

export interface SuggestedPlace {
  name: string;
  /** What tells it from others of its name: its state, or the largest town of its region. */
  region: string | null;
  /** ISO 3166-1 alpha-2, upper case; empty where the source does not say. */
  country: string;
  lat: number;
  lon: number;
  /** 0 where nobody counted, such as for streets. */
  population: number;
}

export interface SuggestedPlaces {
  items: SuggestedPlace[];
  /** Whom the sources of these answers ask to be thanked. */
  attribution: string[];
}

/** The largest places of a deployment's area, largest first, to be kept on the phone. */
export interface OfflinePlaces {
  /** Name, latitude, longitude, country, and about how many kilometres the place reaches. */
  places: [name: string, lat: number, lon: number, country: string, kilometres: number][];
  attribution: string[];
}
