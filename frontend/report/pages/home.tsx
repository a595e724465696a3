/** The start page: where to report, where the map is; and the page for what is not there. */
import type { DeploymentSummary } from '@atesto/contract';
import { textsIn } from '../texts/index.js';
import { Document, ExerciseMark, toHtml, type PageFrame } from './document.js';

export function renderHome(frame: PageFrame, deployments: readonly DeploymentSummary[]): string {
  const texts = textsIn(frame.language).home;
  return toHtml(
    <Document frame={frame} title={texts.title}>
      <h1>{texts.title}</h1>
      <p class="lead">{texts.lead}</p>
      {deployments.map(({ slug, name, exercise }) => (
        <section key={slug} class="deployment">
          {exercise && <ExerciseMark language={frame.language} />}
          {deployments.length === 1 ? null : (
            <h2>
              <bdi>{name}</bdi>
            </h2>
          )}
          <a class="button send" href={`/report/${slug}`}>
            {texts.report}
          </a>
          <a class="button" href={`/map/${slug}`}>
            {texts.map}
          </a>
        </section>
      ))}
      <p>
        <a href="/console">{texts.console}</a>
      </p>
    </Document>,
  );
}

export function renderProblemPage(frame: PageFrame, status: number): string {
  const texts = textsIn(frame.language).problem;
  // What cannot be understood was mistyped or cut off as well.
  const isMissing = status === 404 || status === 400 || status === 422;
  const title = isMissing ? texts.notFound : texts.failed;
  return toHtml(
    <Document frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{isMissing ? texts.notFoundHint : texts.failedHint}</p>
      <p>
        <a href="/">{texts.home}</a>
      </p>
    </Document>,
  );
}
