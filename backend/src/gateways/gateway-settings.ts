/** Checks what a coordinator entered against the fields of the kind, and parts secrets from the rest. Pure. */
import type { FieldError, GatewayField } from '@atesto/contract';

const longest = 5_000;

function faultOf(field: GatewayField, value: unknown): string | null {
  if (value === undefined || value === null || value === '') return field.isRequired === true ? 'is needed' : null;
  switch (field.type) {
    case 'flag':
      return typeof value === 'boolean' ? null : 'must be true or false';
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'must be a number';
    case 'choice':
      return field.choices?.some((choice) => choice.value === value) === true ? null : 'must be one of the choices';
    default:
      if (typeof value !== 'string') return 'must be a text';
      return value.length <= longest ? null : `must be at most ${longest} characters`;
  }
}

export function settingsFaults(fields: readonly GatewayField[], settings: Record<string, unknown>): FieldError[] {
  const known = new Set(fields.map(({ name }) => name));
  const unknown = Object.keys(settings)
    .filter((name) => !known.has(name))
    .map((name) => ({ pointer: `/settings/${name}`, detail: 'is not known here' }));
  const faults = fields.flatMap((field) => {
    const detail = faultOf(field, settings[field.name]);
    return detail === null ? [] : [{ pointer: `/settings/${field.name}`, detail }];
  });
  return [...unknown, ...faults];
}

/** Texts without space around them, and without what is empty. */
export function tidied(settings: Record<string, unknown>): Record<string, unknown> {
  const trimmed = Object.entries(settings).map(
    ([name, value]) => [name, typeof value === 'string' ? value.trim() : value] as const,
  );
  return Object.fromEntries(trimmed.filter(([, value]) => value !== '' && value !== null && value !== undefined));
}

export interface PartedSettings {
  plain: Record<string, unknown>;
  secret: Record<string, unknown>;
}

export function parted(fields: readonly GatewayField[], settings: Record<string, unknown>): PartedSettings {
  const secrets = new Set(fields.filter(({ type }) => type === 'secret').map(({ name }) => name));
  const entries = Object.entries(settings);
  return {
    plain: Object.fromEntries(entries.filter(([name]) => !secrets.has(name))),
    secret: Object.fromEntries(entries.filter(([name]) => secrets.has(name))),
  };
}
