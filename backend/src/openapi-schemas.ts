/**
 * JSON schemas of what comes in, read from the very rules that check it, so that they cannot disagree. Pure, apart from
 * the registry of rules that the decorators fill.
 */
import { plainToInstance, type ClassConstructor } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

export type Schema = Record<string, unknown>;
export type InputClass = ClassConstructor<object>;

interface Rule {
  property: string;
  name: string;
  constraints: readonly unknown[];
  each: boolean;
}

/** What each rule says in JSON schema. A rule that is missing here is refused, so that none is left out by oversight. */
const words: Record<string, (...constraints: never[]) => Schema> = {
  isString: () => ({ type: 'string' }),
  isBoolean: () => ({ type: 'boolean' }),
  isInt: () => ({ type: 'integer' }),
  isNumber: () => ({ type: 'number' }),
  isObject: () => ({ type: 'object' }),
  isArray: () => ({ type: 'array' }),
  isEmail: () => ({ type: 'string', format: 'email' }),
  isUuid: () => ({ type: 'string', format: 'uuid' }),
  isIso8601: () => ({ type: 'string', format: 'date-time' }),
  isNotEmpty: () => ({}),
  isLength: (minLength: number, maxLength: number) => ({ type: 'string', minLength, maxLength }),
  minLength: (minLength: number) => ({ type: 'string', minLength }),
  maxLength: (maxLength: number) => ({ type: 'string', maxLength }),
  min: (minimum: number) => ({ minimum }),
  max: (maximum: number) => ({ maximum }),
  atLeast: (other: string) => ({ description: `Not less than ${other}.` }),
  arrayMinSize: (minItems: number) => ({ minItems }),
  arrayMaxSize: (maxItems: number) => ({ maxItems }),
  arrayUnique: () => ({ uniqueItems: true }),
  matches: (pattern: RegExp) => ({ type: 'string', pattern: pattern.source }),
  isIn: (values: readonly unknown[]) => ({ type: typeof values[0], enum: [...values] }),
};

/** A field with one of these may be left out. */
const omittable = new Set(['isOptional', 'conditionalValidation']);

function rulesOf(type: InputClass): Rule[] {
  return getMetadataStorage()
    .getTargetValidationMetadatas(type, '', false, false)
    .map(({ propertyName, type: kind, name, constraints, each }) => ({
      property: propertyName,
      name: name ?? kind,
      constraints: (constraints as unknown[] | undefined) ?? [],
      each: each === true,
    }))
    .reverse();
}

export const reference = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** The class of a nested property: what the transformer makes of an empty object there. */
function nestedClass(type: InputClass, property: string, isList: boolean): InputClass {
  const made = plainToInstance(type, { [property]: isList ? [{}] : {} }) as Record<string, unknown>;
  const inner = isList ? (made[property] as unknown[])[0] : made[property];
  return (inner as { constructor: InputClass }).constructor;
}

function propertySchema(type: InputClass, property: string, rules: readonly Rule[], found: Set<InputClass>): Schema {
  const isList = rules.some((rule) => rule.name === 'isArray');
  const own: Schema = {};
  const inner: Schema = {};
  for (const { name, constraints, each } of rules) {
    if (omittable.has(name) || name === 'nestedValidation') continue;
    const schemaOf = words[name];
    if (schemaOf === undefined) throw new Error(`${type.name}.${property} is checked by ${name}, which has no schema`);
    Object.assign(each ? inner : own, schemaOf(...(constraints as never[])));
  }
  if (rules.some((rule) => rule.name === 'nestedValidation')) {
    const nested = nestedClass(type, property, isList);
    found.add(nested);
    if (!isList) return reference(nested.name);
    Object.assign(inner, reference(nested.name));
  }
  return isList ? { ...own, items: inner } : own;
}

/** Schemas of these classes and of all that they hold, by name. Fields that nobody knows are refused. */
export function schemasOf(types: readonly InputClass[]): Record<string, Schema> {
  const schemas: Record<string, Schema> = {};
  const found = new Set(types);
  for (const type of found) {
    const rules = rulesOf(type);
    const names = [...new Set(rules.map((rule) => rule.property))];
    const optional = new Set(rules.filter((rule) => omittable.has(rule.name)).map((rule) => rule.property));
    const properties = names.map((name) => {
      const own = rules.filter((rule) => rule.property === name);
      return [name, propertySchema(type, name, own, found)] as const;
    });
    const required = names.filter((name) => !optional.has(name));
    schemas[type.name] = {
      type: 'object',
      properties: Object.fromEntries(properties),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    };
  }
  return schemas;
}
