/**
 * The page of one public incident: what it is and how it came about, for those who follow a link, without scripts and for
 * machines that preview it. In the words of the map.
 */
import type { VNode } from 'preact';
import type { PublicHistoryItem, PublicIncident } from '@atesto/contract';
import { historyWords } from '../../map/history-words.js';
import { catalogues, type Language, type Texts } from '../../map/texts/index.js';
import { pluralIn } from '../../shared/i18n.js';
import { textsIn } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { Moment } from './moment.js';

export interface IncidentPageProps {
  frame: PageFrame;
  deployment: { slug: string; name: string };
  incident: PublicIncident;
  /** In the page's language, null without one. */
  categoryName: string | null;
  /** Oldest first. */
  history: readonly PublicHistoryItem[];
  /** The place is only roughly where it is shown. */
  isRough: boolean;
  /** Scheme and host as people outside reach them. */
  origin: string;
}

const longestPreview = 200;

interface Words {
  texts: Texts;
  language: string;
  plural: ReturnType<typeof pluralIn>;
}

const mapPath = (slug: string, id: string): string => `/map/${encodeURIComponent(slug)}?incident=${id}`;

/** One line for previews: the words of the responders, else what it is and where. */
function previewOf({ incident, categoryName }: IncidentPageProps, { texts }: Words): string {
  const facts = [
    categoryName ?? texts.incident.noCategory,
    texts.severities[incident.severity],
    texts.statuses[incident.status],
    incident.place,
  ];
  const words = [facts.filter(Boolean).join(' · '), incident.description.replaceAll(/\s+/g, ' ').trim()];
  const line = words.filter((part) => part !== '').join('. ');
  return line.length <= longestPreview ? line : `${line.slice(0, longestPreview - 2).trimEnd()} …`;
}

function Preview({ props, words }: { props: IncidentPageProps; words: Words }): VNode {
  const { incident, deployment, origin } = props;
  const address = `${origin}/map/${encodeURIComponent(deployment.slug)}/incidents/${incident.id}`;
  const preview = previewOf(props, words);
  const properties = {
    'og:type': 'article',
    'og:title': incident.title,
    'og:description': preview,
    'og:url': address,
    'og:site_name': deployment.name,
    'og:locale': words.language,
    'og:image': `${origin}/icon-512.png`,
    'article:published_time': incident.openedAt,
    'article:modified_time': incident.updatedAt,
  };
  return (
    <>
      <meta name="description" content={preview} />
      <link rel="canonical" href={address} />
      <meta name="twitter:card" content="summary" />
      {Object.entries(properties).map(([property, content]) => (
        <meta key={property} property={property} content={content} />
      ))}
    </>
  );
}

function Facts({ props, words }: { props: IncidentPageProps; words: Words }): VNode {
  const { incident, categoryName, isRough } = props;
  const { texts, language, plural } = words;
  const { incident: says } = texts;
  const rough = incident.location === null ? says.noPlace : isRough ? says.approximate : null;
  const rows: [string, VNode | string][] = [
    [texts.filters.category, categoryName ?? says.noCategory],
    [texts.filters.severity, texts.severities[incident.severity]],
    [texts.filters.status, texts.statuses[incident.status]],
    [says.sure, says.confidence[incident.confidence]],
    ...(incident.place === null ? [] : [[says.place, <bdi key="place">{incident.place}</bdi>] as [string, VNode]]),
    [says.opened, <Moment key="opened" at={incident.openedAt} language={language} />],
    [says.updated, <Moment key="updated" at={incident.updatedAt} language={language} />],
  ];
  return (
    <>
      <dl>{rows.flatMap(([term, value]) => [<dt key={`${term} is`}>{term}</dt>, <dd key={term}>{value}</dd>])}</dl>
      <p class="meta">{plural(incident.reports, says.reports)}</p>
      {incident.confirmations === 0 ? null : <p class="meta">{plural(incident.confirmations, says.seenToo)}</p>}
      {rough === null ? null : <p class="meta">{rough}</p>}
    </>
  );
}

function History({ history, words }: { history: readonly PublicHistoryItem[]; words: Words }): VNode {
  const { texts, language, plural } = words;
  return (
    <section aria-labelledby="history">
      <h2 id="history">{texts.history.heading}</h2>
      <ol class="messages">
        {history.map((item, at) => (
          <li key={at}>
            <p class="meta">
              <Moment at={item.at} language={language} />
            </p>
            <p class="words">
              <strong>{historyWords(item, texts, plural)}</strong>
            </p>
            {item.reason === null ? null : (
              <p class="words" dir="auto">
                {item.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function renderIncidentPage(props: IncidentPageProps): string {
  const { frame, deployment, incident, history } = props;
  const { language } = frame;
  const texts = catalogues[language as Language] ?? catalogues.en;
  const words: Words = { texts, language, plural: pluralIn(language) };
  const number = texts.incident.number(String(incident.number));
  return toHtml(
    <Document
      frame={frame}
      title={`${incident.title} · ${deployment.name}`}
      head={<Preview props={props} words={words} />}
      asides={[
        { href: `/report/${encodeURIComponent(deployment.slug)}`, words: textsIn(language).home.report },
        { href: `/alerts/${encodeURIComponent(deployment.slug)}`, words: textsIn(language).alerts.link },
      ]}
    >
      <p class="meta">
        <bdi>{deployment.name}</bdi> · {number}
      </p>
      <h1>
        <bdi>{incident.title}</bdi>
      </h1>
      {incident.reason === null ? null : (
        <div class="state">
          <h2>{texts.incident.reason}</h2>
          <p class="words" dir="auto">
            {incident.reason}
          </p>
        </div>
      )}
      <p class="words" dir="auto">
        {incident.description.trim() || texts.incident.noDescription}
      </p>
      <Facts props={props} words={words} />
      <p>
        <a class="button" href={mapPath(deployment.slug, incident.id)}>
          {texts.incident.onMap}
        </a>
      </p>
      <History history={history} words={words} />
    </Document>,
  );
}
