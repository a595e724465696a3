/**
 * A feed of public incidents for an area and categories, in Atom with GeoRSS: its address says all that is wished, so
 * nothing is kept of whoever reads it. It shows what a subscription with the same wish would be told of.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { AlertFeedQuery, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { exerciseMark } from '../exports/index.js';
import { IncidentReader } from '../incidents/index.js';
import { CONFIG, invalidInput, xmlText, type Config } from '../platform/index.js';
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

  private feed(deployment: Deployment, items: PublicIncident[], language: string, self: string): string {
    const map = `${this.config.publicUrl}/map/${encodeURIComponent(deployment.slug)}`;
    const updated =
      items
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1) ?? '1970-01-01T00:00:00Z';
    const title = markOf(deployment) + filled(alertTextsIn(language).feed, { deployment: deployment.name });
    return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${xmlText(language)}">
<id>${xmlText(self)}</id>
<title>${xmlText(title)}</title>
<updated>${updated}</updated>
<author><name>${xmlText(deployment.name)}</name></author>
<link rel="self" type="application/atom+xml" href="${xmlText(self)}"/>
<link rel="alternate" type="text/html" href="${xmlText(map)}"/>
${items.map((item) => this.entry(deployment, item, language, map)).join('')}</feed>
`;
  }

  private entry(deployment: Deployment, item: PublicIncident, language: string, map: string): string {
    const texts = alertTextsIn(language);
    const link = `${map}/incidents/${item.id}`;
    const category = categoryName(deployment, item.category, language) ?? texts.noCategory;
    const summary = [category, texts.severities[item.severity], ...(item.place === null ? [] : [item.place])].join(
      texts.comma,
    );
    const words = item.description === '' ? summary : `${summary}\n${item.description}`;
    const point =
      item.location === null ? '' : `<georss:point>${item.location.lat} ${item.location.lon}</georss:point>\n`;
    return `<entry>
<id>${xmlText(link)}</id>
<title>${markOf(deployment)}#${item.number} ${xmlText(item.title)}</title>
<published>${item.openedAt}</published>
<updated>${item.updatedAt}</updated>
<link rel="alternate" type="text/html" href="${xmlText(link)}"/>
${item.category === null ? '' : `<category term="${xmlText(item.category)}" label="${xmlText(category)}"/>\n`}${point}<summary>${xmlText(words)}</summary>
</entry>
`;
  }
}
