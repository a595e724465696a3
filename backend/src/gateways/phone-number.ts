/** Phone numbers as people and gateways write them, in E.164. Pure. */
import { getCountries, parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';
import type { GatewayField } from '@atesto/contract';

const nameIn = (language: string): Intl.DisplayNames => new Intl.DisplayNames(language, { type: 'region' });
const [english, german] = [nameIn('en'), nameIn('de')];

const countries = getCountries(metadata)
  .map((code) => ({ value: code, label: { en: english.of(code) ?? code, de: german.of(code) ?? code } }))
  .sort((one, other) => one.label.en.localeCompare(other.label.en));

/** For gateways that hand on numbers as they are dialled in their country. */
export const countryField: GatewayField = {
  name: 'country',
  type: 'choice',
  choices: countries,
  label: { en: 'Country', de: 'Land' },
  help: {
    en: 'Numbers without + are read as of this country.',
    de: 'Nummern ohne + werden als solche dieses Landes gelesen.',
  },
};

export interface NumberedSender {
  /** E.164 where it is a number, otherwise as it came: short codes and names send messages too. */
  address: string;
  reporter: { phone: string } | { handle: string };
}

export function phoneNumber(text: string, country: unknown): NumberedSender {
  const plain = text.trim();
  const region = typeof country === 'string' && /^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : undefined;
  const parsed =
    parsePhoneNumberFromString(
      plain,
      region === undefined ? {} : { defaultCountry: region as CountryCode },
      metadata,
    ) ??
    // Many providers leave the plus away.
    parsePhoneNumberFromString(`+${plain.replace(/\D/g, '')}`, metadata);
  if (parsed?.isPossible() === true) return { address: parsed.number, reporter: { phone: parsed.number } };
  return { address: plain, reporter: { handle: `sms:${plain.toLowerCase()}` } };
}
