/**
 * Each resource as a page, for people who follow a link with a browser. In English only, as the standard's own words are;
 * what people wrote says its direction by itself. Everything shown is escaped. Pure.
 */
import { xmlText } from '../../platform/index.js';
import type { Collection, Collections, Conformance, Landing } from './ogc-documents.js';
import type { Feature, FeatureCollection } from './ogc-features.js';
import type { Link } from './ogc-links.js';
import { stylePath } from './ogc-style.js';

interface Crumb {
  href: string;
  words: string;
}

interface Page {
  title: string;
  /** The resources above this one, from the top. */
  above: readonly Crumb[];
  links: readonly Link[];
  body: string;
}

const link = (href: string, words: string): string => `<a href="${xmlText(href)}">${words}</a>`;

function pageOf({ title, above, links, body }: Page): string {
  const crumbs = above.map(({ href, words }) => link(href, xmlText(words))).join(' ');
  const json = links.find(({ rel, type }) => rel === 'alternate' && type.includes('json'));
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<main>
<nav aria-label="Above">${crumbs}${json === undefined ? '' : ` ${link(json.href, 'JSON')}`}</nav>
<h1><bdi>${xmlText(title)}</bdi></h1>
${body}
</main>
</body>
</html>
`;
}

const bySelf = new Set(['self', 'alternate']);

const list = (links: readonly Link[]): string =>
  `<ul>${links
    .filter(({ rel }) => !bySelf.has(rel))
    .map(({ href, title, rel }) => `<li>${link(href, xmlText(title))} <span class="meta">${xmlText(rel)}</span></li>`)
    .join('')}</ul>`;

const facts = (rows: readonly (readonly [string, unknown])[]): string =>
  `<dl>${rows.map(([term, value]) => `<dt>${xmlText(term)}</dt><dd dir="auto">${shown(value)}</dd>`).join('')}</dl>`;

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return xmlText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Where the pages above this one are; `base` is the landing page. */
const crumbsTo = (base: string): Record<'landing' | 'collections' | 'collection' | 'items', Crumb> => ({
  landing: { href: `${base}?f=html`, words: 'Start' },
  collections: { href: `${base}/collections?f=html`, words: 'Collections' },
  collection: { href: `${base}/collections/incidents?f=html`, words: 'Incidents' },
  items: { href: `${base}/collections/incidents/items?f=html`, words: 'Features' },
});

export const landingPage = ({ title, description, links }: Landing): string =>
  pageOf({ title, above: [], links, body: `<p>${xmlText(description)}</p>${list(links)}` });

export function conformancePage({ conformsTo, links }: Conformance, base: string): string {
  const body = `<ul>${conformsTo.map((name) => `<li><code>${xmlText(name)}</code></li>`).join('')}</ul>`;
  return pageOf({ title: 'Conformance', above: [crumbsTo(base).landing], links, body });
}

const collectionFacts = ({ description, extent, crs }: Collection): string =>
  `<p>${xmlText(description)}</p>${facts([
    ['West, south, east, north', extent.spatial.bbox.map((box) => box.join(', ')).join('; ')],
    ['From, to', extent.temporal.interval.map((ends) => ends.map((end) => end ?? '..').join(' / ')).join('; ')],
    ['Coordinates', crs.join(', ')],
  ])}`;

export function collectionsPage({ collections, links }: Collections, base: string): string {
  const body = collections
    .map((one) => `<h2><bdi>${xmlText(one.title)}</bdi></h2>${collectionFacts(one)}${list(one.links)}`)
    .join('');
  const { landing, collection } = crumbsTo(base);
  return pageOf({ title: 'Collections', above: [landing, collection], links, body });
}

export function collectionPage(collection: Collection, base: string): string {
  const { landing, collections } = crumbsTo(base);
  const body = collectionFacts(collection) + list(collection.links);
  return pageOf({ title: collection.title, above: [landing, collections], links: collection.links, body });
}

export function featuresPage(page: FeatureCollection, base: string): string {
  const { landing, collections, collection, items } = crumbsTo(base);
  const item = ({ id, properties }: Feature): string => {
    const { number, title, severity, status, updatedAt } = properties as Record<string, string | number>;
    const own = link(`${base}/collections/incidents/items/${id}?f=html`, `<bdi>${xmlText(String(title))}</bdi>`);
    return `<li>#${number} ${own}<br><span class="meta">${xmlText(`${severity} · ${status} · ${updatedAt}`)}</span></li>`;
  };
  const next = page.links.find(({ rel }) => rel === 'next');
  const body = `<p class="meta">${page.numberReturned} of ${page.numberMatched}</p>
<ul class="plain">${page.features.map(item).join('')}</ul>
<nav class="next" aria-label="Pages">${link(items.href, 'From the beginning')}${
    next === undefined ? '' : link(next.href, 'Next page')
  }</nav>`;
  return pageOf({ title: 'Features', above: [landing, collections, collection], links: page.links, body });
}

export function featurePage({ id, geometry, properties, links }: Feature & { links: Link[] }, base: string): string {
  const { landing, collections, collection, items } = crumbsTo(base);
  const place = geometry === null ? null : geometry.coordinates.join(', ');
  const body = facts([['id', id], ['longitude, latitude', place], ...Object.entries(properties)]);
  const title = String(properties['title']);
  return pageOf({ title, above: [landing, collections, collection, items], links, body });
}

interface ApiParts {
  paths: Record<string, { get: { summary: string; parameters: { $ref: string }[] } }>;
  components: { parameters: Record<string, { name: string; in: string; description: string; schema: object }> };
}

export function apiPage(document: object, base: string, links: readonly Link[]): string {
  const { paths, components } = document as ApiParts;
  const nameIn = ({ $ref }: { $ref: string }): string => $ref.slice($ref.lastIndexOf('/') + 1);
  const calls = Object.entries(paths)
    .map(([path, { get }]) => {
      const names = get.parameters.map(nameIn).join(', ');
      return `<li><code>${xmlText(path)}</code><br>${xmlText(get.summary)} <span class="meta">${xmlText(names)}</span></li>`;
    })
    .join('');
  const parameters = Object.values(components.parameters).map(
    ({ name, description, schema }) => [name, `${description} ${JSON.stringify(schema)}`] as const,
  );
  const body = `<ul class="plain">${calls}</ul><h2>Parameters</h2>${facts(parameters)}`;
  return pageOf({ title: 'The description of this API', above: [crumbsTo(base).landing], links, body });
}
