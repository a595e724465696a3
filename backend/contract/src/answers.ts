/** Ready answers: questions and words that responders put into what they write to reporters. */
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';

export class ReadyAnswer {
  /** One of the deployment's languages, as a rule. */
  @IsString()
  @Matches(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/)
  @MaxLength(35)
  language!: string;

  @IsString()
  @MinLength(1)
  @MaxLength(80)
  title!: string;

  /** `{place}` stands for the words for the place that the report names. */
  @IsString()
  @MinLength(1)
  @MaxLength(2000)
  text!: string;
}

export class PutReadyAnswers {
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => ReadyAnswer)
  items!: ReadyAnswer[];
}

export interface ReadyAnswersView {
  /** 0 while nobody changed what comes with Atesto. */
  version: number;
  items: ReadyAnswer[];
}
