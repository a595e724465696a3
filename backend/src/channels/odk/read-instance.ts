/**
 * A filled form as it comes: ours, an older version of ours, or anyone's. What has no field of its own here is kept
 * under its name. Pure.
 */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Location } from '@atesto/contract';

export interface Instance {
  formId: string;
  /** Null where the client made none. */
  instanceId: string | null;
  /** Of the instance that this one corrects. */
  deprecatedId: string | null;
  text: string;
  category: string | undefined;
  place: string | undefined;
  location: Location | undefined;
  observedAt: Date | undefined;
  name: string | undefined;
  phone: string | undefined;
  /** Names of the pictures that belong to it. */
  pictures: string[];
  /** Everything else, by path. */
  rest: Record<string, string>;
}

/** A filled form of 200 KB has hundreds of pages. */
export const longestInstance = 512 * 1024;
const mostValues = 1_000;
const longestId = 249;

// Numbered entities are what Android's serialiser makes of line breaks and emoji; the option is named after HTML.
const xml = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 30,
});

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The root element, or a sentence about what is wrong. */
function rootOf(bytes: Buffer): Node | string {
  if (bytes.length > longestInstance) return 'The form is too large.';
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  // A document type is never needed here and may only do harm.
  if (/<!DOCTYPE/i.test(text)) return 'A document type is not allowed.';
  try {
    if (XMLValidator.validate(text) !== true) return 'This is not well-formed XML.';
    const roots = Object.values(xml.parse(text) as Node);
    const [root] = roots;
    return roots.length === 1 && isNode(root) ? root : 'This is not a filled form.';
  } catch {
    return 'This XML cannot be read.';
  }
}

/** Every value that is not empty, by its path from the root. */
function valuesOf(node: unknown, path: string, found: Map<string, string>): Map<string, string> {
  if (found.size >= mostValues) return found;
  if (typeof node === 'string') {
    if (node.trim() !== '') found.set(path, node);
  } else if (Array.isArray(node)) {
    node.forEach((inner, index) => valuesOf(inner, `${path}[${index + 1}]`, found));
  } else if (isNode(node)) {
    for (const [name, inner] of Object.entries(node)) {
      if (name.startsWith('@')) continue;
      const below = name === '#text' ? path : path === '' ? name : `${path}/${name}`;
      valuesOf(inner, below, found);
    }
  }
  return found;
}

/** Latitude first, then longitude, height and accuracy, with spaces between them. */
export function readGeopoint(text: string): Location | undefined {
  const [lat, lon, , accuracy] = text.trim().split(/\s+/).map(Number);
  if (lat === undefined || lon === undefined || !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180)) return undefined;
  return accuracy !== undefined && accuracy > 0 && accuracy <= 100_000 ? { lat, lon, accuracy } : { lat, lon };
}

/** What lies outside of this century is a fault of the phone's clock. */
function readTime(text: string): Date | undefined {
  const time = new Date(text.trim());
  const ms = time.getTime();
  return ms >= Date.UTC(2000, 0) && ms < Date.UTC(2100, 0) ? time : undefined;
}

const geopoint = /^-?\d+(\.\d+)? -?\d+(\.\d+)? -?\d+(\.\d+)? \d+(\.\d+)?$/;
const picture = /\.(jpe?g|png|webp|gif|heic|heif|avif|tiff?)$/i;

/** The instance, or a sentence about what is wrong with it. */
export function readInstance(bytes: Buffer): Instance | string {
  const root = rootOf(bytes);
  if (typeof root === 'string') return root;
  const values = valuesOf(root, '', new Map());
  const take = (path: string): string | undefined => {
    const value = values.get(path)?.trim();
    values.delete(path);
    return value;
  };
  /** What cannot be read stays among the rest. */
  const read = <Value>(path: string, reader: (text: string) => Value | undefined): Value | undefined => {
    const value = reader(values.get(path) ?? '');
    if (value !== undefined) values.delete(path);
    return value;
  };
  const idOf = (path: string): string | null => {
    const id = take(path) ?? '';
    return id === '' || id.length > longestId ? null : id;
  };
  const pictures = [...values.values()].map((value) => value.trim()).filter((value) => picture.test(value));
  ['photo1', 'photo2', 'photo3'].forEach(take);
  const location = read('location', readGeopoint) ?? anyGeopoint(values);
  return {
    formId: typeof root['@id'] === 'string' ? root['@id'] : '',
    instanceId: idOf('meta/instanceID'),
    deprecatedId: idOf('meta/deprecatedID'),
    text: take('text') ?? '',
    category: take('category'),
    place: take('place'),
    location,
    observedAt: read('observed', readTime),
    name: take('name'),
    phone: take('phone'),
    pictures: [...new Set(pictures)],
    rest: Object.fromEntries(values),
  };
}

/** The first position of somebody else's form; it stays among the rest, under the name that says of what. */
function anyGeopoint(values: ReadonlyMap<string, string>): Location | undefined {
  const found = [...values.values()].find((value) => geopoint.test(value.trim()));
  return found === undefined ? undefined : readGeopoint(found);
}
