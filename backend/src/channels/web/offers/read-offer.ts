/** The fields of the plain form for offers: kept to be shown again, with what is wrong, and as the call says them. Pure. */
import { Location, needKinds, NewOffer, ReporterContact, type NeedKind } from '@atesto/contract';
import {
  offerFields,
  offerLimits,
  offerSpans,
  readPlace,
  type Near,
  type OfferErrors,
  type OfferValues,
  type Texts,
} from '@atesto/frontend/report';

const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
const isKind = (text: string): text is NeedKind => (needKinds as readonly string[]).includes(text);

/** Whatever came, as texts; an id that is none is replaced. */
export function readOfferValues(fields: Record<string, unknown>, makeId: () => string): OfferValues {
  const entries = offerFields.map((name) => {
    const value = fields[name];
    return [name, typeof value === 'string' ? value.replace(/\r\n/g, '\n') : ''] as const;
  });
  const values = Object.fromEntries(entries) as OfferValues;
  const days = Object.values<number>(offerSpans).includes(Number(values.days)) ? values.days : String(offerSpans.week);
  return { ...values, days, id: isUuid(values.id) ? values.id : makeId() };
}

/** Digits of any script that the phone's keyboard may write. */
function quantityOf(text: string): number | null {
  const digits = text.trim().replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return /^\d{1,7}$/.test(digits) && Number(digits) >= 1 && Number(digits) <= 1_000_000 ? Number(digits) : null;
}

/** What needs another look, in the reader's language. */
export function offerErrors(values: OfferValues, texts: Texts): OfferErrors {
  const errors: OfferErrors = {};
  if (!isKind(values.kind)) errors.kind = texts.offer.kindMissing;
  if (quantityOf(values.quantity) === null) errors.quantity = texts.offer.quantityBad;
  if (values.phone.trim() === '' && values.email.trim() === '') errors.phone = texts.offer.contactMissing;
  for (const [field, most] of Object.entries(offerLimits) as [keyof typeof offerLimits, number][]) {
    if (values[field].length > most) errors[field] = texts.report.tooLong(most);
  }
  if (values.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email.trim())) {
    errors.email = texts.report.badEmail;
  }
  return errors;
}

/** Coordinates and map links in the words of the place stand for a point, unless one was given. */
export function located(offer: NewOffer, near: Near | null, language: string): NewOffer {
  if (offer.location !== undefined || offer.place === undefined) return offer;
  const found = readPlace(offer.place, near, language);
  if (found !== null) offer.location = Object.assign(new Location(), { lat: found.lat, lon: found.lon });
  return offer;
}

/** The offer as the JSON call would say it; to be checked as that is. */
export function offerOfForm(values: OfferValues, id: string): NewOffer {
  const offer = new NewOffer();
  const contact = new ReporterContact();
  for (const field of ['name', 'phone', 'email'] as const) {
    if (values[field].trim() !== '') contact[field] = values[field].trim();
  }
  return Object.assign(offer, {
    id,
    kind: values.kind,
    what: values.what.trim(),
    quantity: quantityOf(values.quantity),
    unit: values.unit.trim(),
    place: values.place.trim(),
    days: Number(values.days),
    contact,
  });
}
