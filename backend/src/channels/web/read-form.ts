/** The plain form's fields: kept to be shown again, or turned into the report they mean. Pure. */
import type { FormField, FormValues, Near, Texts } from '@atesto/frontend/report';
import { placeLimit, readPlace, textLimit } from '@atesto/frontend/report';

type Fields = Record<string, unknown>;

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** Whatever came, as texts; an id that is none is replaced. */
export function readFormValues(fields: Fields, makeId: () => string): FormValues {
  const text = (name: string): string => {
    const value = fields[name];
    // Browsers send line ends as CR LF, programs do not.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  const id = text('id');
  return {
    id: isUuid(id) ? id : makeId(),
    category: text('category'),
    text: text('text'),
    place: text('place'),
    lat: text('lat'),
    lon: text('lon'),
    accuracy: text('accuracy'),
    name: text('name'),
    phone: text('phone'),
    email: text('email'),
  };
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
  const hasPlace = values.place.trim() !== '' || values.lat !== '';
  if (values.text.trim() === '' && !hasPlace && !hasPhotos) errors.text = texts.empty;
  return errors;
}

interface FormLocation {
  lat: number;
  lon: number;
  accuracy?: number;
}

/** The point that the page's script wrote into the hidden fields, else the one that the words of the place stand for. */
function locationOf(values: FormValues, language: string, near: Near | null): FormLocation | undefined {
  if (values.lat === '' && values.lon === '') {
    const read = readPlace(values.place, near, language);
    return read === null
      ? undefined
      : { lat: read.lat, lon: read.lon, ...(read.accuracy === undefined ? {} : { accuracy: read.accuracy }) };
  }
  const lat = Number(values.lat);
  const lon = Number(values.lon);
  const accuracy = Number(values.accuracy);
  const isPoint = values.lat !== '' && values.lon !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPoint ? { lat, lon, ...(accuracy > 0 && accuracy <= 20_040_000 ? { accuracy } : {}) } : undefined;
}

/** The report as the JSON call would say it. Empty fields are not there. `near` is where the deployment is. */
export function reportOfForm(values: FormValues, language: string, near: Near | null = null): Record<string, unknown> {
  const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());
  const contact = { name: given(values.name), phone: given(values.phone), email: given(values.email) };
  const hasContact = Object.values(contact).some((value) => value !== undefined);
  return {
    id: values.id,
    text: given(values.text),
    category: given(values.category),
    place: given(values.place),
    language,
    location: locationOf(values, language, near),
    reporter: hasContact ? contact : undefined,
  };
}
