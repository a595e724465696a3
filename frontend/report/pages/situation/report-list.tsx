/** The saved situation reports of a deployment, the newest first. */
import type { VNode } from 'preact';
import type { Page, SituationReportSummary } from '@atesto/contract';
import { toHtml, type PageFrame } from '../document.js';
import { Paper } from './paper.js';
import { situationWords, type SituationWords } from './situation-words.js';

export interface SituationListProps {
  frame: PageFrame;
  style: string;
  deployment: { slug: string; name: string; languages: readonly string[] };
  reports: Page<SituationReportSummary>;
  isPublic: boolean;
}

function Item({
  report,
  base,
  tail,
  words,
}: {
  report: SituationReportSummary;
  base: string;
  tail: string;
  words: SituationWords;
}): VNode {
  const { t, number, time } = words;
  return (
    <li>
      <a href={`${base}/reports/${report.number}${tail}`}>
        {t.numbered(number(report.number))}: <bdi>{report.title}</bdi>
      </a>
      <p class="meta">
        {t.span(time(report.from), time(report.to))}
        {report.published ? null : ` · ${t.list.internal}`}
      </p>
    </li>
  );
}

export function renderSituationList({ frame, style, deployment, reports, isPublic }: SituationListProps): string {
  const words = situationWords(frame.language, {}, deployment.languages);
  const { t } = words;
  const lang = new URL(frame.here, 'http://here').searchParams.get('lang');
  const query = lang === null ? '' : `lang=${encodeURIComponent(lang)}`;
  const tail = query === '' ? '' : `?${query}`;
  const base = `/situation/${encodeURIComponent(deployment.slug)}`;
  return toHtml(
    <Paper
      frame={frame}
      style={style}
      title={`${t.list.title} · ${deployment.name}`}
      t={t}
      offered={deployment.languages}
      groups={[{ label: t.title, links: [{ href: base + tail, words: t.bar.live, isHere: false }] }]}
      foot={[deployment.name, t.list.title]}
      isPublic={isPublic}
    >
      <header class="title">
        <p class="deployment">
          <bdi>{deployment.name}</bdi>
        </p>
        <h1>{t.list.title}</h1>
      </header>
      {reports.items.length === 0 ? (
        <p class="meta">{t.list.empty}</p>
      ) : (
        <ul class="reports">
          {reports.items.map((report) => (
            <Item key={report.number} report={report} base={base} tail={tail} words={words} />
          ))}
        </ul>
      )}
      {reports.next === null ? null : (
        <p>
          <a href={`${base}/reports?cursor=${reports.next}${query === '' ? '' : `&${query}`}`}>{t.list.older}</a>
        </p>
      )}
    </Paper>,
  );
}
