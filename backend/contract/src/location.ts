/** A point on Earth as our API says it: WGS 84 degrees by name, never as an ordered pair. */
import { IsNumber, IsOptional, Max, Min } from 'class-validator';

export class Location {
  @IsNumber()
  @Min(-90)
  @Max(90)
  lat!: number;

  @IsNumber()
  @Min(-180)
  @Max(180)
  lon!: number;

  /** Radius in metres within which the phone believes to be. */
  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(20_040_000)
  accuracy?: number;
}
