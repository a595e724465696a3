/** From what is known of a deployment's data to what its page shows. Pure. */
import type { OfferedData } from '@atesto/frontend/report';
import {
  contactAddress,
  DataAddresses,
  forms,
  licenceAddresses,
  sumsFile,
  type DataSet,
} from '../../../open-data/index.js';

/** Of this page itself, without their host, so that it works under any address it is opened by. */
const pathOf = (address: string): string => new URL(address).pathname;

export function viewOf({ deployment, offer, extent, dumps }: DataSet, origin: string): OfferedData {
  const addresses = new DataAddresses(origin, deployment.slug);
  const own = pathOf(addresses.page);
  return {
    licence: { name: offer.licence, href: licenceAddresses[offer.licence] },
    publisher: offer.publisher,
    contact: offer.contact === null ? null : { words: offer.contact, href: contactAddress(offer.contact) },
    count: extent.count,
    lastChange: extent.last?.toISOString() ?? null,
    files: forms.map((form) => ({ name: form.name, purpose: form.purpose, href: addresses.form(form) })),
    ogcHref: addresses.ogc,
    tilesHref: addresses.tiles,
    catalogueHref: `${own}/catalog.jsonld`,
    schemaHref: `${own}/schema`,
    dumps: dumps.map(({ date, files }) => ({
      date,
      sumsHref: pathOf(addresses.dump(date, sumsFile)),
      files: files.map((file) => ({ ...file, href: pathOf(addresses.dump(date, file.name)) })),
    })),
  };
}
