/** A number that is not less than another one of the same object. */
import { ValidateBy, type ValidationArguments } from 'class-validator';

export const AtLeast = (other: string): PropertyDecorator =>
  ValidateBy({
    name: 'atLeast',
    constraints: [other],
    validator: {
      validate: (value: unknown, args?: ValidationArguments) =>
        Number(value) >= Number((args?.object as Record<string, unknown> | undefined)?.[other]),
      defaultMessage: () => `must not be less than ${other}`,
    },
  });
