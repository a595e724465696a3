/**
 * A feed of public incidents for an area and categories, in Atom with GeoRSS: its address says all that is wished, so
 * nothing is kept of whoever reads it. It shows what a subscription with the same wish would be told of, broadcasts too.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { AlertFeedQuery, PublicBroadcast, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { atomText, exerciseMark, type AtomEntry } from '../exports/index.js';
import { IncidentReader } from '../incidents/index.js';
import { CONFIG, invalidInput, type Config } from '../platform/index.js';
import { shapeOf, shapeOfView, touches, type Shape } from './area-shape.js';
import { BroadcastReader } from './broadcast-reader.js';
import { categoryName } from './compose-alert.js';
import { concerns, sharesCategory } from './news-of.js';
import { alertTextsIn, filled } from './texts/index.js';
import { idsOf } from './who-is-told.js';

const mostEntries = 50;
/** So many of the newest are looked through. */
const mostSeen = 2_000;

function shapeOfQuery({ lat, lon, radius, area }: AlertFeedQuery): Shape {
  if (lat === undefined && lon === undefined && radius === undefined)
    return shapeOf(area === undefined ? {} : { area });
  if (lat === undefined || lon === undefined || radius === undefined) {
    throw invalidInput([{ pointer: '/radius', detail: 'lat, lon and radius go together' }]);
  }
  return shapeOf({ circle: { lat, lon, radius }, ...(area !== undefined && { area }) });
}

/** Whoever reads it elsewhere must not take it for real. */
const markOf = ({ isExercise }: Deployment): string => (isExercise ? `${exerciseMark}: ` : '');

@Injectable()
export class AlertFeed {
  constructor(
    private readonly incidents: IncidentReader,
    private readonly broadcasts: BroadcastReader,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** `path` is the feed's own, with its query. @throws Problem 422 */
  async atom(deployment: Deployment, query: AlertFeedQuery, path: string): Promise<string> {
    const shape = shapeOfQuery(query);
    const { categories, severity = 'low', lang: language = deployment.languages[0] ?? 'en' } = query;
    const codes = categories === undefined || categories === '' ? [] : categories.split(',');
    const filter = codes.length === 0 ? {} : { category: codes.join(',') };
    const found: PublicIncident[] = [];
    let seen = 0;
    for await (const page of this.incidents.all(deployment, filter, 'public')) {
      // Categories were asked for already.
      found.push(...page.filter((one) => concerns({ shape, categoryIds: null, severity }, one, null)));
      seen += page.length;
      if (found.length >= mostEntries || seen >= mostSeen) break;
    }
    const said = (await this.broadcasts.ofPublic(deployment)).filter(
      (one) =>
        touches(shape, shapeOfView(one)) && sharesCategory(idsOf(deployment, codes), idsOf(deployment, one.categories)),
    );
    const page = `${this.config.publicUrl}/map/${encodeURIComponent(deployment.slug)}`;
    const entries = [
      ...found.slice(0, mostEntries).map((item) => entryOf(deployment, item, language, page)),
      ...said.map((one) => broadcastEntry(deployment, one, `${this.config.publicUrl}/alerts/${deployment.slug}`)),
    ].toSorted((one, other) => (one.subject.updatedAt < other.subject.updatedAt ? 1 : -1));
    return this.feed(deployment, entries.slice(0, mostEntries), page, language, this.config.publicUrl + path);
  }

  private feed(deployment: Deployment, entries: AtomEntry[], page: string, language: string, address: string): string {
    return atomText({
      address,
      title: markOf(deployment) + filled(alertTextsIn(language).feed, { deployment: deployment.name }),
      author: deployment.name,
      language,
      page,
      next: null,
      entries,
      madeAt: '1970-01-01T00:00:00Z',
    });
  }
}

function entryOf(deployment: Deployment, incident: PublicIncident, language: string, page: string): AtomEntry {
  const texts = alertTextsIn(language);
  const { id, number, title, description, category, place, severity } = incident;
  const name = categoryName(deployment, category, language) ?? texts.noCategory;
  const facts = [name, texts.severities[severity], ...(place === null ? [] : [place])].join(texts.comma);
  return {
    subject: incident,
    title: `${markOf(deployment)}#${number} ${title}`,
    summary: description === '' ? facts : `${facts}\n${description}`,
    categoryName: name,
    link: `${page}/incidents/${id}`,
  };
}

function broadcastEntry(deployment: Deployment, broadcast: PublicBroadcast, link: string): AtomEntry {
  const { id, at, subject: title, text, severity, categories, circle } = broadcast;
  return {
    subject: {
      ...{ id, severity, openedAt: at, updatedAt: at, status: null },
      category: categories[0] ?? null,
      location: circle === null ? null : { lat: circle.lat, lon: circle.lon },
    },
    title: `${markOf(deployment)}${title}`,
    summary: text,
    categoryName: null,
    link,
  };
}
