/** The poster: one sheet of A4 for a wall, black on white, with the ways to report in letters that are read from afar. */
import type { VNode } from 'preact';
import type { Policy } from '@atesto/contract';
import { languages, textsIn, type Texts } from '../texts/index.js';
import { ExerciseMark, toHtml, type PageFrame } from './document.js';

export interface PosterProps {
  frame: PageFrame;
  style: string;
  deployment: { slug: string; name: string };
  lines: Policy['lines'];
  emergencyNumber: string | null;
  /** Without its scheme: short enough to be typed. */
  shortAddress: string;
  /** Of the report page. */
  qr: { size: number; path: string };
  hasStrips: boolean;
}

const strips = 9;

/** Long words get smaller letters; a style of its own is what the content policy refuses. */
const sizeOf = (text: string, [large, medium]: readonly [number, number]): string =>
  text.length <= large ? 'large' : text.length <= medium ? 'medium' : 'small';

const addressOf = ({ deployment }: PosterProps, language: string, hasStrips: boolean): string =>
  `/poster/${deployment.slug}?lang=${language}${hasStrips ? '&tearoff=1' : ''}`;

/** Seen on the screen, not on paper. */
function Bar(props: PosterProps): VNode {
  const { frame, hasStrips } = props;
  const texts = textsIn(frame.language);
  return (
    <header class="bar">
      <p>{texts.poster.print}</p>
      <p>
        <a href={addressOf(props, frame.language, !hasStrips)}>
          {hasStrips ? texts.poster.withoutStrips : texts.poster.withStrips}
        </a>
      </p>
      <nav aria-label={texts.otherLanguages}>
        {Object.entries(languages).map(([language, { language: name }]) => (
          <a
            key={language}
            href={addressOf(props, language, hasStrips)}
            lang={language}
            hreflang={language}
            aria-current={language === frame.language ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
    </header>
  );
}

function Lines({ lines, texts }: { lines: PosterProps['lines']; texts: Texts['poster'] }): VNode | null {
  if (lines.length === 0) return null;
  return (
    <section class="lines">
      <h2>{texts.lines}</h2>
      <dl class={lines.length > 3 ? 'many' : ''}>
        {lines.map(({ kind, address }) => (
          <div key={kind + address}>
            <dt>{texts.line[kind]}</dt>
            <dd dir="ltr" class={sizeOf(address, [16, 26])}>
              {address}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Strips({ shortAddress, texts }: { shortAddress: string; texts: Texts['poster'] }): VNode {
  return (
    <div class="strips" aria-hidden="true">
      {Array.from({ length: strips }, (_, at) => (
        <div key={at} class="strip">
          <div>
            <span>{texts.title}</span>
            <bdi dir="ltr" class={sizeOf(shortAddress, [24, 34])}>
              {shortAddress}
            </bdi>
          </div>
        </div>
      ))}
    </div>
  );
}

function Sheet(props: PosterProps): VNode {
  const { deployment, emergencyNumber, qr, shortAddress } = props;
  const { poster: texts, report } = textsIn(props.frame.language);
  return (
    <main class={props.hasStrips ? 'sheet with-strips' : 'sheet'}>
      {props.frame.isExercise === true && <ExerciseMark language={props.frame.language} />}
      <header>
        <p class={`name ${sizeOf(deployment.name, [32, 80])}`} dir="auto">
          {deployment.name}
        </p>
        <h1>{texts.title}</h1>
        <p class="lead">{texts.lead}</p>
      </header>
      <section class="ways">
        <p>{texts.scan}</p>
        <svg viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={`QR: ${shortAddress}`}>
          <path d={qr.path} />
        </svg>
        <p>{texts.open}</p>
        <p class={`address ${sizeOf(shortAddress, [24, 38])}`} dir="ltr">
          {shortAddress}
        </p>
      </section>
      <Lines lines={props.lines} texts={texts} />
      <p class="emergency">
        {emergencyNumber === null ? (
          report.emergency
        ) : (
          <>
            {texts.emergency} <bdi dir="ltr">{emergencyNumber}</bdi>
          </>
        )}
      </p>
      <p class="maker">Atesto</p>
      {props.hasStrips && <Strips shortAddress={shortAddress} texts={texts} />}
    </main>
  );
}

export function renderPoster(props: PosterProps): string {
  const { frame, deployment } = props;
  const texts = textsIn(frame.language);
  return toHtml(
    <html lang={frame.language} dir={texts.direction}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        {frame.isExercise === true && <meta name="robots" content="noindex, nofollow" />}
        <title>{`${texts.poster.title} – ${deployment.name}`}</title>
        <link rel="icon" type="image/svg+xml" href={frame.assets.icon} />
        <link rel="stylesheet" href={props.style} />
      </head>
      <body>
        <Bar {...props} />
        <Sheet {...props} />
      </body>
    </html>,
  );
}
