/** The catalogue for other catalogues: DCAT-AP 3 as JSON-LD, and Project Open Data 1.1. Pure. */
import type { DataSet } from './open-data-reader.js';
import { contactAddress, DataAddresses, forms, licenceAddresses } from './offer.js';

type Node = Record<string, unknown>;

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  locn: 'http://www.w3.org/ns/locn#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const at = (id: string): Node => ({ '@id': id });
const typed = (value: unknown, type: string): Node => ({ '@value': value, '@type': type });
const english = (value: string): Node => ({ '@value': value, '@language': 'en' });
const mediaType = (type: string): Node => at(`http://www.iana.org/assignments/media-types/${type}`);

const titleOf = ({ deployment }: DataSet): string => `Incidents: ${deployment.name}`;
const description =
  'Incidents that responders hold to be true, as the public map shows them: without reporters, and with places as rough ' +
  'as the deployment decides.';
const keywords = ['crisis', 'disaster', 'emergency', 'humanitarian', 'incidents', 'crowdsourcing'];

const publisher = (name: string): Node => ({ '@type': 'foaf:Agent', 'foaf:name': name });

function contact({ offer }: DataSet): Node {
  if (offer.contact === null) return {};
  const address = contactAddress(offer.contact);
  const way = address.startsWith('mailto:') ? 'vcard:hasEmail' : 'vcard:hasURL';
  return { 'dcat:contactPoint': { '@type': 'vcard:Kind', 'vcard:fn': offer.publisher, [way]: at(address) } };
}

/** Where it lies; a box across the antimeridian is the whole round. */
export function boxOf({ extent, deployment }: DataSet): [number, number, number, number] {
  const { west, south, east, north } = extent;
  if (west !== null && south !== null && east !== null && north !== null) return [west, south, east, north];
  const { area } = deployment;
  return area.west > area.east ? [-180, area.south, 180, area.north] : [area.west, area.south, area.east, area.north];
}

function covers(dataSet: DataSet): Node {
  const [w, s, e, n] = boxOf(dataSet);
  const wkt = `POLYGON((${w} ${s}, ${e} ${s}, ${e} ${n}, ${w} ${n}, ${w} ${s}))`;
  const { first, last } = dataSet.extent;
  const span = (name: string, time: Date | null): Node =>
    time === null ? {} : { [name]: typed(time.toISOString(), 'xsd:dateTime') };
  return {
    'dct:spatial': {
      '@type': 'dct:Location',
      'dcat:bbox': typed(wkt, 'http://www.opengis.net/ont/geosparql#wktLiteral'),
    },
    'dct:temporal': { '@type': 'dct:PeriodOfTime', ...span('dcat:startDate', first), ...span('dcat:endDate', last) },
    ...span('dct:modified', last),
  };
}

function distributions(dataSet: DataSet, addresses: DataAddresses): Node[] {
  const licence = at(licenceAddresses[dataSet.offer.licence]);
  const whole = { '@type': 'dcat:Distribution', 'dct:license': licence };
  const exported = forms.map((form) => ({
    ...whole,
    '@id': addresses.form(form),
    'dct:title': english(form.name),
    'dcat:accessURL': at(addresses.form(form)),
    'dcat:downloadURL': at(addresses.form(form)),
    'dcat:mediaType': mediaType(form.type),
  }));
  const copies = dataSet.dumps.slice(0, 1).flatMap(({ date, files }) =>
    files.map(({ name, bytes, sha256 }) => ({
      ...whole,
      '@id': addresses.dump(date, name),
      'dct:title': english(`${name}, copy of ${date}`),
      'dcat:accessURL': at(addresses.page),
      'dcat:downloadURL': at(addresses.dump(date, name)),
      'dcat:mediaType': mediaType(name.includes('.csv') ? 'text/csv' : 'application/geo+json'),
      'dcat:compressFormat': mediaType('application/gzip'),
      'dcat:byteSize': typed(bytes, 'xsd:nonNegativeInteger'),
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': at('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
        'spdx:checksumValue': typed(sha256, 'xsd:hexBinary'),
      },
    })),
  );
  const served = {
    ...whole,
    '@id': `${addresses.ogc}#distribution`,
    'dct:title': english('OGC API - Features'),
    'dcat:accessURL': at(addresses.ogc),
    'dcat:accessService': at(`${addresses.ogc}#service`),
    'dcat:mediaType': mediaType('application/geo+json'),
  };
  return [...exported, served, ...copies];
}

function dataSetNode(dataSet: DataSet, origin: string): Node {
  const addresses = new DataAddresses(origin, dataSet.deployment.slug);
  return {
    '@id': `${addresses.page}#dataset`,
    '@type': 'dcat:Dataset',
    'dct:title': english(titleOf(dataSet)),
    'dct:description': english(description),
    'dct:identifier': `${addresses.page}#dataset`,
    'dct:publisher': publisher(dataSet.offer.publisher),
    ...contact(dataSet),
    'dcat:keyword': keywords.map(english),
    'dcat:theme': at('http://publications.europa.eu/resource/authority/data-theme/JUST'),
    'dct:accessRights': at('http://publications.europa.eu/resource/authority/access-right/PUBLIC'),
    'dct:accrualPeriodicity': at('http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT'),
    ...covers(dataSet),
    'dcat:landingPage': at(addresses.page),
    'dct:conformsTo': at(`${addresses.page}/schema.json`),
    'dcat:distribution': distributions(dataSet, addresses),
  };
}

function serviceNode({ deployment, offer }: DataSet, origin: string): Node {
  const { ogc, page } = new DataAddresses(origin, deployment.slug);
  return {
    '@id': `${ogc}#service`,
    '@type': 'dcat:DataService',
    'dct:title': english(`OGC API - Features: ${deployment.name}`),
    'dcat:endpointURL': at(ogc),
    'dcat:endpointDescription': at(`${ogc}/api?f=json`),
    'dcat:servesDataset': at(`${page}#dataset`),
    'dct:license': at(licenceAddresses[offer.licence]),
  };
}

/** `address` is where the catalogue itself stands; `title` and `by` name it and its publisher. */
export function dcatCatalogue(
  dataSets: readonly DataSet[],
  about: { origin: string; address: string; title: string; by: string },
): Node {
  return {
    '@context': context,
    '@id': about.address,
    '@type': 'dcat:Catalog',
    'dct:title': english(about.title),
    'dct:description': english('Open data of crisis maps.'),
    'dct:publisher': publisher(about.by),
    'foaf:homepage': at(`${about.origin}/data`),
    'dcat:dataset': dataSets.map((dataSet) => dataSetNode(dataSet, about.origin)),
    'dcat:service': dataSets.map((dataSet) => serviceNode(dataSet, about.origin)),
  };
}

/** https://resources.data.gov/resources/dcat-us/, without the codes that only federal agencies of one country have. */
export function projectOpenData(dataSets: readonly DataSet[], origin: string, now: Date): Node {
  return {
    '@context': 'https://project-open-data.cio.gov/v1.1/schema/catalog.jsonld',
    '@id': `${origin}/data.json`,
    '@type': 'dcat:Catalog',
    conformsTo: 'https://project-open-data.cio.gov/v1.1/schema',
    describedBy: 'https://project-open-data.cio.gov/v1.1/schema/catalog.json',
    dataset: dataSets.map((dataSet) => {
      const addresses = new DataAddresses(origin, dataSet.deployment.slug);
      const { offer, extent } = dataSet;
      const way = offer.contact === null ? addresses.page : contactAddress(offer.contact);
      return {
        '@type': 'dcat:Dataset',
        title: titleOf(dataSet),
        description,
        keyword: keywords,
        modified: (extent.last ?? now).toISOString(),
        publisher: { '@type': 'org:Organization', name: offer.publisher },
        contactPoint: {
          '@type': 'vcard:Contact',
          fn: offer.publisher,
          ...(way.startsWith('mailto:') ? { hasEmail: way } : { hasURL: way }),
        },
        identifier: `${addresses.page}#dataset`,
        accessLevel: 'public',
        license: licenceAddresses[offer.licence],
        spatial: boxOf(dataSet).join(','),
        landingPage: addresses.page,
        describedBy: `${addresses.page}/schema.json`,
        describedByType: 'application/json',
        accrualPeriodicity: 'R/PT1S',
        distribution: [
          ...forms.map((form) => ({
            '@type': 'dcat:Distribution',
            title: form.name,
            format: form.name,
            downloadURL: addresses.form(form),
            mediaType: form.type,
          })),
          { '@type': 'dcat:Distribution', title: 'OGC API - Features', format: 'API', accessURL: addresses.ogc },
        ],
      };
    }),
  };
}
