/** The plain form's fields: kept to be shown again, with what is wrong. Pure. */
import type { FormField, FormValues, Texts } from '@atesto/frontend/report';
import { hasSubstance, placeLimit, readFields, textLimit } from '@atesto/frontend/report';

type Fields = Record<string, unknown>;

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whatever came, as texts; an id that is none is replaced. */
export function readFormValues(fields: Fields, makeId: () => string): FormValues {
  const values = readFields((name) => fields[name]);
  return isUuid(values.id) ? values : { ...values, id: makeId() };
}

/** What needs another look, in the reader's language. */
export function formErrors(
  values: FormValues,
  hasPhotos: boolean,
  texts: Texts['report'],
): Partial<Record<FormField, string>> {
  const errors: Partial<Record<FormField, string>> = {};
  const limits = { text: textLimit, place: placeLimit, name: 200, phone: 50 } as const;
  for (const [field, most] of Object.entries(limits) as [keyof typeof limits, number][]) {
    if (values[field].length > most) errors[field] = texts.tooLong(most);
  }
  if (values.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email.trim())) {
    errors.email = texts.badEmail;
  }
  if (!hasSubstance(values) && !hasPhotos) errors.text = texts.empty;
  return errors;
}
