/** Addresses and links of the resources, absolute, as programs follow them. Pure. */
import type { Format } from './choose-format.js';

export interface Link {
  href: string;
  rel: string;
  type: string;
  title: string;
}

export const types = {
  json: 'application/json',
  geojson: 'application/geo+json',
  html: 'text/html',
  api: 'application/vnd.oai.openapi+json;version=3.0',
} as const;

export type Query = Readonly<Record<string, string>>;

/** `origin` without a slash at its end. */
export class OgcAddresses {
  readonly base: string;

  constructor(origin: string, slug: string) {
    this.base = `${origin}/ogc/${encodeURIComponent(slug)}`;
  }

  of(path: string, query: Query = {}): string {
    const words = new URLSearchParams(query).toString();
    return this.base + path + (words === '' ? '' : `?${words}`);
  }

  /** The resource as it was answered, and in its other form. */
  self(path: string, query: Query, format: Format, type: string): Link[] {
    const to = (form: Format, rel: string): Link => ({
      href: this.of(path, { ...query, f: form }),
      rel,
      type: form === 'json' ? type : types.html,
      title: form === 'json' ? 'This as JSON' : 'This as a page',
    });
    return [to(format, 'self'), to(format === 'json' ? 'html' : 'json', 'alternate')];
  }
}
