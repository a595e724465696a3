/** The frame of every citizen's page. Everything shown is escaped by the renderer; there is no inline script or style. */
import type { ComponentChildren, VNode } from 'preact';
import { render } from 'preact-render-to-string';
import { languages, textsIn } from '../texts/index.js';

export interface PageFrame {
  language: string;
  /** Path and query of this page, to offer it in other languages. */
  here: string;
  assets: { style: string; script: string; icon: string };
}

interface DocumentProps {
  frame: PageFrame;
  title: string;
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
        <a key={language} href={inLanguage(frame.here, language)} lang={language} hreflang={language}>
          {texts.language}
        </a>
      ))}
    </nav>
  );
}

export function Document({ frame, title, children }: DocumentProps): VNode {
  return (
    <html lang={frame.language} dir={textsIn(frame.language).direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" type="image/svg+xml" href={frame.assets.icon} />
        <link rel="stylesheet" href={frame.assets.style} />
        <script type="module" src={frame.assets.script} />
      </head>
      <body>
        <main>{children}</main>
        <LanguageChoice frame={frame} />
      </body>
    </html>
  );
}

export function toHtml(page: VNode): string {
  return `<!doctype html>${render(page)}`;
}
