/** The form's fields as the report call says them. Used by the phone and, for phones without scripts, by the server. Pure. */

/** What was typed, kept when the form has to be shown again. */
export interface FormValues {
  id: string;
  category: string;
  text: string;
  place: string;
  lat: string;
  lon: string;
  accuracy: string;
  name: string;
  phone: string;
  email: string;
  /** People cannot see this field; programs fill it in. */
  website: string;
}

export const formFields = [
  'id',
  'category',
  'text',
  'place',
  'lat',
  'lon',
  'accuracy',
  'name',
  'phone',
  'email',
  'website',
] as const satisfies (keyof FormValues)[];

export function readFields(valueOf: (name: string) => unknown): FormValues {
  const values = formFields.map((name) => {
    const value = valueOf(name);
    // Browsers send line ends as CR LF, programs do not.
    return [name, typeof value === 'string' ? value.replace(/\r\n/g, '\n') : ''];
  });
  return Object.fromEntries(values) as Record<(typeof formFields)[number], string>;
}

/** Whether there is something to go by beside photos. */
export function hasSubstance(values: FormValues): boolean {
  return values.text.trim() !== '' || values.place.trim() !== '' || values.lat !== '';
}

const given = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** The report as the JSON call would say it. Empty fields are not there. */
export function reportOfForm(values: FormValues, language: string): Record<string, unknown> {
  const [lat, lon, accuracy] = [Number(values.lat), Number(values.lon), Number(values.accuracy)];
  const isPoint = values.lat !== '' && values.lon !== '' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  const contact = { name: given(values.name), phone: given(values.phone), email: given(values.email) };
  const hasContact = Object.values(contact).some((value) => value !== undefined);
  return {
    id: values.id,
    text: given(values.text),
    category: given(values.category),
    place: given(values.place),
    language,
    location: isPoint ? { lat, lon, ...(accuracy > 0 && accuracy <= 20_040_000 ? { accuracy } : {}) } : undefined,
    reporter: hasContact ? contact : undefined,
    trap: given(values.website)?.slice(0, 200),
  };
}
