/** Checks input against a DTO class of the contract and names each fault by JSON pointer. */
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import type { FieldError } from '@atesto/contract';
import { invalidInput } from './problem.js';

const rules = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false },
};

const escaped = (property: string): string => property.replaceAll('~', '~0').replaceAll('/', '~1');

export function fieldErrors(errors: ValidationError[], above = ''): FieldError[] {
  return errors.flatMap((error) => {
    // What is no instance of a class at all, such as a body with a `__proto__`, is refused without a property.
    const property = error.property as string | undefined;
    const pointer = property === undefined ? above : `${above}/${escaped(property)}`;
    const own = Object.values(error.constraints ?? {}).map((detail) => ({ pointer, detail }));
    return [...own, ...fieldErrors(error.children ?? [], pointer)];
  });
}

/** What class-validator says about an instance that was already made. */
export function refuseInvalid(instance: object): void {
  const errors = validateSync(instance, rules);
  if (errors.length > 0) throw invalidInput(fieldErrors(errors));
}

/** @throws Problem 422 with a pointer for each field that is not as it should be */
export function validated<Input extends object>(type: ClassConstructor<Input>, input: unknown): Input {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw invalidInput([{ pointer: '', detail: 'must be an object' }]);
  }
  const instance = plainToInstance(type, input);
  refuseInvalid(instance);
  return instance;
}
