/**
 * A feed of public incidents for an area and categories, in Atom with GeoRSS: its address says all that is wished, so
 * nothing is kept of whoever reads it. It shows what a subscription with the same wish would be told of.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { AlertFeedQuery, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { atomText, exerciseMark, type AtomEntry } from '../exports/index.js';
import { IncidentReader } from '../incidents/index.js';
import { CONFIG, invalidInput, type Config } from '../platform/index.js';
import { shapeOf, type Shape } from './area-shape.js';
import { categoryName } from './compose-alert.js';
import { concerns } from './news-of.js';
import { alertTextsIn, filled } from './texts/index.js';

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
    return this.feed(deployment, found.slice(0, mostEntries), language, this.config.publicUrl + path);
  }

  private feed(deployment: Deployment, items: PublicIncident[], language: string, address: string): string {
    const page = `${this.config.publicUrl}/map/${encodeURIComponent(deployment.slug)}`;
    return atomText({
      address,
      title: markOf(deployment) + filled(alertTextsIn(language).feed, { deployment: deployment.name }),
      author: deployment.name,
      language,
      page,
      next: null,
      entries: items.map((item) => entryOf(deployment, item, language, page)),
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
    incident,
    title: `${markOf(deployment)}#${number} ${title}`,
    summary: description === '' ? facts : `${facts}\n${description}`,
    categoryName: name,
    link: `${page}/incidents/${id}`,
  };
}
