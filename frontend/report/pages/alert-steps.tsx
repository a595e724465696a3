/** The pages after the form for alerts: confirmed by a link or a code, ended in one step, or a feed. No script needed. */
import type { ComponentChildren, VNode } from 'preact';
import { textsIn } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { Field } from './report-form.js';

export interface AlertStep {
  frame: PageFrame;
  deployment: { slug: string; name: string };
}

export type AlertOutcome = 'mail' | 'confirmed' | 'over' | 'stopped';

function page({ frame, deployment }: AlertStep, title: string, content: ComponentChildren): string {
  const texts = textsIn(frame.language).alerts;
  return toHtml(
    <Document
      frame={frame}
      title={`${title} · ${deployment.name}`}
      head={<meta name="robots" content="noindex" />}
      asides={[
        { href: `/alerts/${deployment.slug}?lang=${frame.language}`, words: texts.again },
        { href: `/map/${deployment.slug}`, words: texts.map },
      ]}
    >
      <h1>{title}</h1>
      {content}
    </Document>,
  );
}

function Press({ words, isGrave = false }: { words: string; isGrave?: boolean }): VNode {
  return (
    <form method="post">
      <div class="buttons">
        <button type="submit" class={isGrave ? 'grave' : 'send'}>
          {words}
        </button>
      </div>
    </form>
  );
}

const Wish = ({ words }: { words: string }): VNode => (
  <p class="alert-words" dir="auto">
    {words}
  </p>
);

/** What came of it, and nothing to press. */
export function renderAlertOutcome(step: AlertStep, outcome: AlertOutcome): string {
  const texts = textsIn(step.frame.language).alerts;
  const [title, lead] = {
    mail: [texts.checkMail, texts.checkMailLead],
    confirmed: [texts.confirmed, texts.confirmedLead],
    over: [texts.over, texts.overLead],
    stopped: [texts.stopped, texts.stoppedLead],
  }[outcome] as [string, string];
  const isGood = outcome === 'confirmed' || outcome === 'stopped';
  return page(
    step,
    title,
    <p class={isGood ? 'notice good' : 'notice'} role="status">
      {lead}
    </p>,
  );
}

export function renderAlertConfirm(step: AlertStep, wish: string): string {
  const texts = textsIn(step.frame.language).alerts;
  return page(
    step,
    texts.confirmTitle,
    <>
      <Wish words={wish} />
      <Press words={texts.confirm} />
    </>,
  );
}

/** `isNew`: a browser that was just subscribed. */
export function renderAlertStop(step: AlertStep, wish: string | null, isNew: boolean): string {
  const texts = textsIn(step.frame.language).alerts;
  return page(
    step,
    isNew ? texts.confirmed : texts.stopTitle,
    <>
      {isNew && (
        <p class="notice good" role="status">
          {texts.pushOn}
        </p>
      )}
      {wish === null ? null : <Wish words={wish} />}
      <p class="hint">{texts.stopLead}</p>
      <Press words={texts.stop} isGrave />
    </>,
  );
}

export function renderAlertCode(step: AlertStep, isWrong: boolean): string {
  const texts = textsIn(step.frame.language).alerts;
  return page(
    step,
    texts.codeTitle,
    <>
      <p class="lead">{texts.codeLead}</p>
      <form method="post">
        <Field
          name="code"
          label={texts.code}
          error={isWrong ? texts.codeBad : undefined}
          input={(wiring) => (
            <input
              id="code"
              name="code"
              inputMode="numeric"
              autocomplete="one-time-code"
              dir="ltr"
              maxLength={12}
              required
              {...wiring}
            />
          )}
        />
        <div class="buttons">
          <button type="submit" class="send">
            {texts.codeSend}
          </button>
        </div>
      </form>
    </>,
  );
}

export function renderAlertFeed(step: AlertStep, address: string): string {
  const texts = textsIn(step.frame.language).alerts;
  return page(
    step,
    texts.feedTitle,
    <>
      <p class="lead">{texts.feedLead}</p>
      <Field
        name="feed"
        label={texts.feedTitle}
        error={undefined}
        input={(wiring) => <input id="feed" dir="ltr" readOnly value={address} {...wiring} />}
      />
      <p>
        <a href={address}>{texts.feedOpen}</a>
      </p>
    </>,
  );
}
