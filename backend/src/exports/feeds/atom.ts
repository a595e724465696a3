/** Atom (RFC 4287) with GeoRSS places: the newest changes first. `georss:point` says latitude first. Pure. */
import type { PublicIncident } from '@atesto/contract';
import { xmlText } from '../../platform/index.js';

export interface AtomFeed {
  /** Where it is to be had; also its id, which never changes. */
  address: string;
  title: string;
  author: string;
  language: string;
  /** Where people read the same. */
  page: string;
  /** The next older ones; null at the end. */
  next: string | null;
  entries: AtomEntry[];
  /** Used where there is no entry. */
  madeAt: string;
}

export interface AtomEntry {
  /** An incident, or what has no status. */
  subject: Pick<PublicIncident, 'id' | 'category' | 'location' | 'openedAt' | 'updatedAt' | 'severity'> & {
    status: PublicIncident['status'] | null;
  };
  title: string;
  summary: string;
  categoryName: string | null;
  link: string;
  /** The alert that says the same. */
  alert?: string;
}

const idOf = ({ id }: AtomEntry['subject']): string => `urn:uuid:${id}`;

function entryText({ subject, title, summary, categoryName, link, alert }: AtomEntry): string {
  const { category, location, openedAt, updatedAt, severity, status } = subject;
  return `<entry><id>${idOf(subject)}</id><title>${xmlText(title)}</title>
<published>${openedAt}</published><updated>${updatedAt}</updated>
<link rel="alternate" type="text/html" href="${xmlText(link)}"/>
${alert === undefined ? '' : `<link rel="alternate" type="application/cap+xml" href="${xmlText(alert)}"/>\n`}${
    category === null ? '' : `<category term="${xmlText(category)}" label="${xmlText(categoryName ?? category)}"/>\n`
  }<category scheme="urn:atesto:severity" term="${severity}"/>
${status === null ? '' : `<category scheme="urn:atesto:status" term="${status}"/>\n`}<summary>${xmlText(summary)}</summary>
${location === null ? '' : `<georss:point>${location.lat} ${location.lon}</georss:point>`}</entry>
`;
}

export function atomText({ address, title, author, language, page, next, entries, madeAt }: AtomFeed): string {
  const updated = entries.reduce(
    (latest, { subject }) => (subject.updatedAt > latest ? subject.updatedAt : latest),
    '',
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${xmlText(language)}">
<id>${xmlText(address)}</id><title>${xmlText(title)}</title><updated>${updated === '' ? madeAt : updated}</updated>
<author><name>${xmlText(author)}</name></author><generator>Atesto</generator>
<link rel="self" type="application/atom+xml" href="${xmlText(address)}"/>
<link rel="alternate" type="text/html" href="${xmlText(page)}"/>
${next === null ? '' : `<link rel="next" type="application/atom+xml" href="${xmlText(next)}"/>\n`}${entries.map(entryText).join('')}</feed>
`;
}
