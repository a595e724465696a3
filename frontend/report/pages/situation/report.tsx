/** A situation report as a page and on paper: as it stands now, or as it was saved. */
import type { VNode } from 'preact';
import type { Audience, SituationState, SituationText } from '@atesto/contract';
import { directionOf, pickLanguage } from '../../../shared/i18n.js';
import { toHtml, type PageFrame } from '../document.js';
import { Changes } from './changes.js';
import type { DrawnMap } from './drawn-map.js';
import { IncidentList } from './incident-list.js';
import { MapFigure } from './map-figure.js';
import { Figures, Numbers } from './numbers.js';
import { Paper, type LinkGroup } from './paper.js';
import { situationWords, type SituationWords } from './situation-words.js';

export interface SavedHead {
  number: number;
  title: string;
  texts: readonly SituationText[];
  published: boolean;
}

export interface SituationPageProps {
  frame: PageFrame;
  style: string;
  deployment: { slug: string; name: string; languages: readonly string[] };
  state: SituationState;
  map: DrawnMap;
  attribution: readonly { text: string; url: string }[];
  audience: Audience;
  /** Whether the one who asks may choose what responders see. */
  mayChoose: boolean;
  /** Null for how it stands now. */
  saved: SavedHead | null;
  /** Whether there is a last report to begin at. */
  hasLast: boolean;
  /** Scheme, host, path and query of this page as people outside reach it. */
  address: string;
}

const dayMs = 86_400_000;
const days = { day: 1, week: 7, month: 30 } as const;

/** The same page with other words in its query; what is null is left out. */
function linkWith(here: string, changes: Record<string, string | null>): string {
  const url = new URL(here, 'http://here');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  return url.pathname + url.search;
}

function linksOf(props: SituationPageProps, { t }: SituationWords): LinkGroup[] {
  const { frame, saved, state, audience, mayChoose, deployment, hasLast } = props;
  const query = new URL(frame.here, 'http://here').searchParams;
  const base = `/situation/${encodeURIComponent(deployment.slug)}`;
  const lang = query.get('lang');
  const tail = lang === null ? '' : `?lang=${encodeURIComponent(lang)}`;
  const length = Math.round((Date.parse(state.to) - Date.parse(state.from)) / dayMs);
  const since = (span: keyof typeof days): string =>
    new Date(Date.parse(state.takenAt) - days[span] * dayMs).toISOString().replace(/:\d\d\.\d+Z/, ':00Z');
  const spans = (['day', 'week', 'month'] as const).map((span) => ({
    href: linkWith(frame.here, { from: span === 'day' ? null : since(span), to: null, since: null }),
    words: t.bar[span],
    isHere: query.get('since') === null && query.get('to') === null && length === days[span],
  }));
  const last = {
    href: linkWith(frame.here, { from: null, to: null, since: 'last' }),
    words: t.bar.last,
    isHere: query.get('since') === 'last',
  };
  const audiences = (['public', 'responders'] as const).map((one) => ({
    href: linkWith(frame.here, { audience: one }),
    words: t.bar[one],
    isHere: audience === one,
  }));
  const elsewhere = [
    ...(saved === null ? [] : [{ href: base + tail, words: t.bar.live, isHere: false }]),
    { href: `${base}/reports${tail}`, words: t.bar.saved, isHere: false },
  ];
  return [
    ...(saved === null ? [{ label: t.bar.spans, links: hasLast ? [...spans, last] : spans }] : []),
    ...(mayChoose ? [{ label: t.bar.audience, links: audiences }] : []),
    { label: t.bar.saved, links: elsewhere },
  ];
}

/** In the page's language, else in the first that there is, and says so. */
function Text({ saved, words }: { saved: SavedHead; words: SituationWords }): VNode | null {
  const { t, language } = words;
  const written = saved.texts.map((text) => text.language);
  const [first] = written;
  if (first === undefined) return null;
  const chosen = pickLanguage([first, ...written.slice(1)], [language]);
  const text = saved.texts.find((one) => one.language === chosen);
  if (text === undefined || (text.summary.trim() === '' && text.messages.length === 0)) return null;
  const isOther = chosen.split('-')[0] !== language;
  const marks = isOther ? { lang: chosen, dir: directionOf(chosen) } : {};
  const paragraphs = text.summary.split(/\n{2,}/).filter((part) => part.trim() !== '');
  return (
    <section class="text" aria-labelledby="summary">
      <h2 id="summary">{t.summary}</h2>
      {isOther ? <p class="meta">{t.otherLanguage}</p> : null}
      <div {...marks}>
        {paragraphs.map((part) => (
          <p key={part} class="words">
            {part}
          </p>
        ))}
      </div>
      {text.messages.length === 0 ? null : (
        <div class="messages">
          <h3>{t.messages}</h3>
          <ul {...marks}>
            {text.messages.map((message) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function Title({ props, words }: { props: SituationPageProps; words: SituationWords }): VNode {
  const { deployment, saved, state, audience } = props;
  const { t, time, number } = words;
  return (
    <header class="title">
      <p class="deployment">
        <bdi>{deployment.name}</bdi>
      </p>
      <h1>
        {saved === null ? t.title : t.numbered(number(saved.number))}
        {saved === null ? null : (
          <small>
            <bdi>{saved.title}</bdi>
          </small>
        )}
      </h1>
      <p class="span">{t.span(time(state.from), time(state.to))}</p>
      <p class="meta">
        {t.taken(time(state.takenAt))} ·{' '}
        <strong class={audience}>{audience === 'public' ? t.forPublic : t.forResponders}</strong>
        {saved === null || saved.published ? null : ` · ${t.unpublished}`}
      </p>
    </header>
  );
}

export function renderSituation(props: SituationPageProps): string {
  const { frame, deployment, state, saved, map } = props;
  const words = situationWords(frame.language, state.categories, deployment.languages);
  const { t, time, number } = words;
  const title = `${saved === null ? t.title : t.numbered(number(saved.number))} · ${deployment.name}`;
  return toHtml(
    <Paper
      frame={frame}
      style={props.style}
      title={title}
      t={t}
      offered={deployment.languages}
      groups={linksOf(props, words)}
      foot={[deployment.name, t.span(time(state.from), time(state.to)), t.taken(time(state.takenAt)), props.address]}
      isPublic={props.audience === 'public'}
    >
      <Title props={props} words={words} />
      {saved === null ? null : <Text saved={saved} words={words} />}
      <Figures state={state} words={words} />
      <MapFigure map={map} words={words} precisionMetres={state.precisionMetres} attribution={props.attribution} />
      <Changes state={state} words={words} />
      <Numbers state={state} words={words} />
      <IncidentList state={state} words={words} />
    </Paper>,
  );
}
