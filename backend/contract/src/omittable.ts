/** A field that may be left out, but is not `null` when it is there: what has no empty value cannot be emptied. */
import { ValidateIf } from 'class-validator';

export const Omittable = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
