/** What may be sent again when the answer to it was lost. */
import { IsOptional, IsUUID } from 'class-validator';

export class SentOnce {
  /** Made by the client, any UUID version: the same again under the same id adds nothing. */
  @IsOptional()
  @IsUUID('all')
  id?: string;
}
