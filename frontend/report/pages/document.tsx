/** The frame of every citizen's page. Everything shown is escaped by the renderer; there is no inline script or style. */
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { languages, textsIn } from '../texts/index.js';

export interface PageFrame {
  language: string;
  /** Path and query of this page, to offer it in other languages. */
  here: string;
  assets: { style: string; script: string; icon: string };
  /** Of pages whose style the others need not load. */
  moreStyle?: string;
  /** The page belongs to an exercise, and says so. */
  isExercise?: boolean;
}

interface DocumentProps {
  frame: PageFrame;
  title: string;
  /** Path of the description by which the page can be kept on the home screen. */
  manifest?: string;
  /** More for the head: what others show of a link to it. */
  head?: ComponentChildren;
  /** Other things that can be done here: at the foot, where they hold nobody up. */
  asides?: readonly { href: string; words: string }[];
  children: ComponentChildren;
}

function inLanguage(here: string, language: string): string {
  const url = new URL(here, 'http://here');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}

function LanguageChoice({ frame }: { frame: PageFrame }): VNode {
  const others = Object.entries(languages).filter(([language]) => language !== frame.language);
  return (
    <nav class="languages" aria-label={textsIn(frame.language).otherLanguages}>
      {others.map(([language, texts]) => (
        <a key={language} href={inLanguage(frame.here, language)} lang={language}>
          {texts.language}
        </a>
      ))}
    </nav>
  );
}

/** Over all of the page and on its paper: nobody may take an exercise for a crisis, or their need for a part of it. */
export function ExerciseMark({ language }: { language: string }): VNode {
  const { mark, words } = textsIn(language).exercise;
  return (
    <p class="exercise" role="note">
      <strong>{mark}</strong> {words}
    </p>
  );
}

export function Document({ frame, title, manifest, head, asides = [], children }: DocumentProps): VNode {
  const texts = textsIn(frame.language);
  return (
    <html lang={frame.language} dir={texts.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        {frame.isExercise === true && <meta name="robots" content="noindex, nofollow" />}
        <title>{frame.isExercise === true ? `${texts.exercise.mark} · ${title}` : title}</title>
        {head}
        <link rel="icon" type="image/svg+xml" href={frame.assets.icon} />
        {manifest === undefined ? null : <link rel="manifest" href={`${manifest}?lang=${frame.language}`} />}
        {manifest === undefined ? null : <link rel="apple-touch-icon" href="/icon-192.png" />}
        <link rel="stylesheet" href={frame.assets.style} />
        {frame.moreStyle === undefined ? null : <link rel="stylesheet" href={frame.moreStyle} />}
        <script type="module" src={frame.assets.script} />
      </head>
      <body>
        {frame.isExercise === true && <ExerciseMark language={frame.language} />}
        <main>{children}</main>
        <footer>
          {asides.map(({ href, words }) => (
            <a key={href} class="aside" href={href}>
              {words}
            </a>
          ))}
          <LanguageChoice frame={frame} />
          <button type="button" id="look" data-night={texts.night} data-day={texts.day} hidden />
        </footer>
        <script
          type="application/json"
          id="script-words"
          dangerouslySetInnerHTML={{ __html: JSON.stringify(texts.script).replaceAll('<', '\\u003c') }}
        />
      </body>
    </html>
  );
}

export function toHtml(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
