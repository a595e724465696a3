/** The frame of the pages of situation reports: what is seen on the screen only, the sheet, and what stands on every printed page. */
import type { ComponentChildren, VNode } from 'preact';
import { languages, textsIn } from '../../texts/index.js';
import { ExerciseMark, type PageFrame } from '../document.js';
import type { SituationTexts } from '../../texts/situation/index.js';

export interface Link {
  href: string;
  words: string;
  isHere: boolean;
}

export interface LinkGroup {
  label: string;
  links: readonly Link[];
}

export interface PaperProps {
  frame: PageFrame;
  style: string;
  title: string;
  t: SituationTexts;
  /** Languages of the deployment; others are not offered. */
  offered: readonly string[];
  groups: readonly LinkGroup[];
  /** At the foot of every page on paper. */
  foot: readonly string[];
  isPublic: boolean;
  children: ComponentChildren;
}

function Group({ label, links }: LinkGroup): VNode {
  return (
    <nav aria-label={label}>
      {links.map(({ href, words, isHere }) => (
        <a key={href} href={href} aria-current={isHere ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  );
}

function inLanguage(here: string, language: string): string {
  const url = new URL(here, 'http://here');
  url.searchParams.set('lang', language);
  return url.pathname + url.search;
}

function Languages({ frame, offered }: PaperProps): VNode | null {
  const known = [...new Set(offered.map((tag) => tag.toLowerCase().split('-')[0] ?? ''))];
  const shown = known.filter((language) => Object.hasOwn(languages, language));
  if (shown.length < 2) return null;
  return (
    <nav aria-label={textsIn(frame.language).otherLanguages}>
      {shown.map((language) => (
        <a
          key={language}
          href={inLanguage(frame.here, language)}
          lang={language}
          hreflang={language}
          aria-current={language === frame.language ? 'page' : undefined}
        >
          {textsIn(language).language}
        </a>
      ))}
    </nav>
  );
}

export function Paper(props: PaperProps): VNode {
  const { frame, t, foot } = props;
  const texts = textsIn(frame.language);
  const isExercise = frame.isExercise === true;
  return (
    <html lang={frame.language} dir={texts.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {isExercise || !props.isPublic ? <meta name="robots" content="noindex, nofollow" /> : null}
        <title>{isExercise ? `${texts.exercise.mark} · ${props.title}` : props.title}</title>
        <link rel="icon" type="image/svg+xml" href={frame.assets.icon} />
        <link rel="stylesheet" href={props.style} />
      </head>
      <body>
        <header class="bar">
          {props.groups.map((group) => (
            <Group key={group.label} {...group} />
          ))}
          <Languages {...props} />
          <p>{t.bar.print}</p>
        </header>
        <main class="sheet">
          {isExercise ? <ExerciseMark language={frame.language} /> : null}
          {props.children}
        </main>
        <div class="room" />
        {isExercise ? (
          <p class="watermark" aria-hidden="true">
            {texts.exercise.mark}
          </p>
        ) : null}
        <footer class="foot">
          {foot.map((words) => (
            <span key={words} dir="auto">
              {words}
            </span>
          ))}
        </footer>
      </body>
    </html>
  );
}
