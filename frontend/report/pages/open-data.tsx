/** The pages of the open data: what there is, under which licence, and where; and what the columns mean. */
import type { ComponentChildren, VNode } from 'preact';
import { dataTextsIn, type DataTexts } from '../texts/open-data/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { Moment } from './moment.js';

export interface DataFile {
  name: string;
  purpose: keyof DataTexts['purposes'];
  href: string;
}

export interface DataDump {
  date: string;
  sumsHref: string;
  files: { name: string; href: string; bytes: number; sha256: string }[];
}

export interface OfferedData {
  licence: { name: string; href: string };
  publisher: string;
  contact: { words: string; href: string } | null;
  count: number;
  lastChange: string | null;
  files: readonly DataFile[];
  ogcHref: string;
  tilesHref: string;
  /** Paths of this page's own catalogue and schema. */
  catalogueHref: string;
  schemaHref: string;
  dumps: readonly DataDump[];
}

export interface DataPageProps {
  frame: PageFrame;
  style: string;
  slug: string;
  name: string;
  /** Why nothing is offered, or what is. */
  data: 'exercise' | 'no-licence' | OfferedData;
}

/** A language that was chosen goes along. */
const inLanguage = (path: string, { language }: PageFrame): string => `${path}?lang=${language}`;

function sizeOf(bytes: number, language: string): string {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const format = { style: 'unit', unit, maximumFractionDigits: 1, numberingSystem: 'latn' } as const;
  return new Intl.NumberFormat(language, format).format(value);
}

const Address = ({ href, children }: { href: string; children: ComponentChildren }): VNode => (
  <a href={href}>
    <bdi dir="ltr">{children}</bdi>
  </a>
);

function Facts({ data, texts, language }: { data: OfferedData; texts: DataTexts; language: string }): VNode {
  const { licence, publisher, contact, count, lastChange } = data;
  const number = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
  return (
    <dl class="facts">
      <dt>{texts.licence}</dt>
      <dd>
        <a href={licence.href} rel="license">
          <bdi dir="ltr">{licence.name}</bdi>
        </a>
      </dd>
      <dt>{texts.publisher}</dt>
      <dd>
        <bdi>{publisher}</bdi>
      </dd>
      {contact === null ? null : (
        <>
          <dt>{texts.contact}</dt>
          <dd>
            <Address href={contact.href}>{contact.words}</Address>
          </dd>
        </>
      )}
      <dt>{texts.count}</dt>
      <dd>{number.format(count)}</dd>
      {lastChange === null ? null : (
        <>
          <dt>{texts.lastChange}</dt>
          <dd>
            <Moment at={lastChange} language={language} />
          </dd>
        </>
      )}
    </dl>
  );
}

/** May break after each slash, nowhere else if that is enough. */
const Written = ({ address }: { address: string }): VNode => (
  <code dir="ltr">
    {address.split(/(?<=[^/:]\/)/).flatMap((part, at) => (at === 0 ? [part] : [<wbr key={at} />, part]))}
  </code>
);

/** The name is what is clicked; the address beneath is what is copied into another program. */
const Ways = ({ ways }: { ways: readonly { name: string; words: string; href: string }[] }): VNode => (
  <ul class="ways">
    {ways.map(({ name, words, href }) => (
      <li key={href}>
        <Address href={href}>{name}</Address>
        <span class="meta">{words}</span>
        <Written address={href} />
      </li>
    ))}
  </ul>
);

function Dumps({ dumps, texts, language }: { dumps: readonly DataDump[]; texts: DataTexts; language: string }): VNode {
  return (
    <section aria-labelledby="dumps">
      <h2 id="dumps">{texts.dumps}</h2>
      <p class="meta">{texts.dumpsHint}</p>
      {dumps.length === 0 ? <p>{texts.noDumps}</p> : null}
      {dumps.map(({ date, sumsHref, files }, at) => (
        <details key={date} class="dump" open={at === 0}>
          <summary>
            <time dateTime={date}>{date}</time>
          </summary>
          <ul class="ways">
            {files.map(({ name, href, bytes, sha256 }) => (
              <li key={name}>
                <Address href={href}>{name}</Address>
                <span class="meta">
                  {texts.size}: {sizeOf(bytes, language)}
                </span>
                <span class="meta">
                  {texts.sum}: <code dir="ltr">{sha256}</code>
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a href={sumsHref}>{texts.sums}</a>
          </p>
        </details>
      ))}
    </section>
  );
}

function Offered({ frame, data }: { frame: PageFrame; data: OfferedData }): VNode {
  const texts = dataTextsIn(frame.language);
  const files = data.files.map(({ name, purpose, href }) => ({ name, words: texts.purposes[purpose], href }));
  return (
    <>
      <p class="lead">{texts.lead}</p>
      <Facts data={data} texts={texts} language={frame.language} />
      <p>
        <a href={inLanguage(data.schemaHref, frame)}>{texts.meaning}</a>
      </p>
      <section aria-labelledby="files">
        <h2 id="files">{texts.files}</h2>
        <p class="meta">{texts.filesHint}</p>
        <Ways ways={files} />
      </section>
      <section aria-labelledby="services">
        <h2 id="services">{texts.services}</h2>
        <Ways
          ways={[
            { name: 'OGC API - Features', words: texts.ogc, href: data.ogcHref },
            { name: 'TileJSON', words: texts.tiles, href: data.tilesHref },
          ]}
        />
      </section>
      <Dumps dumps={data.dumps} texts={texts} language={frame.language} />
      <section aria-labelledby="catalogue">
        <h2 id="catalogue">{texts.catalogue}</h2>
        <ul>
          <li>
            <Address href={data.catalogueHref}>DCAT-AP (JSON-LD)</Address>
          </li>
          <li>
            <Address href={`${data.schemaHref}.json`}>JSON Schema, Table Schema</Address>
          </li>
        </ul>
      </section>
    </>
  );
}

export function renderDataPage({ frame, style, slug, name, data }: DataPageProps): string {
  const texts = dataTextsIn(frame.language);
  const isOffered = typeof data === 'object';
  const head = (
    <>
      <link rel="stylesheet" href={style} />
      {isOffered ? <link rel="alternate" type="application/ld+json" href={data.catalogueHref} /> : null}
    </>
  );
  return toHtml(
    <Document frame={frame} title={texts.title(name)} head={head}>
      <p class="meta">
        <a href={inLanguage('/data', frame)}>{texts.all}</a>
      </p>
      <h1>
        <bdi>{name}</bdi>
      </h1>
      {isOffered ? (
        <Offered frame={frame} data={data} />
      ) : (
        <p class="notice">{data === 'exercise' ? texts.exercise : texts.notOffered}</p>
      )}
      <p class="onwards">
        <a class="button" href={`/map/${encodeURIComponent(slug)}`}>
          {texts.map}
        </a>
      </p>
    </Document>,
  );
}

export interface DataHomeProps {
  frame: PageFrame;
  style: string;
  /** `state` is the licence, or why there is none. */
  deployments: readonly { slug: string; name: string; state: string }[];
}

export function renderDataHome({ frame, style, deployments }: DataHomeProps): string {
  const texts = dataTextsIn(frame.language);
  const words = (state: string): string => {
    if (state === 'exercise') return texts.exercise;
    return state === 'no-licence' ? texts.notOffered : `${texts.licence}: ${state}`;
  };
  return toHtml(
    <Document frame={frame} title={texts.all} head={<link rel="stylesheet" href={style} />}>
      <h1>{texts.all}</h1>
      <p class="lead">{texts.allLead}</p>
      <ul class="ways">
        {deployments.map(({ slug, name, state }) => (
          <li key={slug}>
            <a href={inLanguage(`/data/${encodeURIComponent(slug)}`, frame)}>
              <bdi>{name}</bdi>
            </a>
            <span class="meta">{words(state)}</span>
          </li>
        ))}
      </ul>
      <h2>{texts.catalogue}</h2>
      <ul>
        <li>
          <Address href="/data/catalog.jsonld">DCAT-AP (JSON-LD)</Address>
        </li>
        <li>
          <Address href="/data.json">Project Open Data</Address>
        </li>
      </ul>
    </Document>,
  );
}

export interface SchemaPageProps {
  frame: PageFrame;
  style: string;
  slug: string;
  name: string;
  columns: readonly {
    name: string;
    key: string | null;
    type: string;
    meaning: string;
    example: string | number;
    hxl: string;
    words?: readonly string[];
  }[];
}

export function renderSchemaPage({ frame, style, slug, name, columns }: SchemaPageProps): string {
  const texts = dataTextsIn(frame.language);
  const own = `/data/${encodeURIComponent(slug)}`;
  return toHtml(
    <Document frame={frame} title={`${texts.meaning} · ${name}`} head={<link rel="stylesheet" href={style} />}>
      <p class="meta">
        <a href={inLanguage(own, frame)}>{texts.back}</a>
      </p>
      <h1>{texts.meaning}</h1>
      <p class="lead">{texts.schemaLead}</p>
      <ul class="ways">
        {columns.map(({ name: column, key, type, meaning, example, hxl, words }) => (
          <li key={column}>
            <strong>
              <bdi dir="ltr">{key === null || key === column ? column : `${column} (${key})`}</bdi>
            </strong>
            <span lang="en" dir="ltr">
              {meaning}
            </span>
            <span class="meta">
              {texts.type}: <bdi dir="ltr">{words === undefined ? type : words.join(', ')}</bdi>
            </span>
            <span class="meta">
              {texts.example}: <code dir="ltr">{String(example)}</code>
            </span>
            <span class="meta">
              {texts.tag}: <code dir="ltr">{hxl}</code>
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Address href={`${own}/schema.json`}>JSON Schema, Table Schema</Address>
      </p>
    </Document>,
  );
}
