/** The secret page on which a reporter sees what became of the report, and answers questions. */
import type { VNode } from 'preact';
import type { RejectionReason, ReportStatus } from '@atesto/contract';
import { textsIn, type Texts } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';
import { Moment } from './moment.js';

/** The exact keys that the reporter may see. Responders' names and notes are not among them. */
export interface FollowedReport {
  status: ReportStatus;
  rejection: RejectionReason | null;
  text: string;
  place: string | null;
  photos: number;
  receivedAt: string;
  messages: { direction: 'in' | 'out'; text: string; at: string }[];
  /** Path of the public incident it is part of, null when there is none to see. */
  incidentPath: string | null;
  /** Id for the answer to the question whether it is over; null when that is not what was said last. */
  isOverAnswerId: string | null;
}

/** A published incident near the place, which the reporter may have seen too. */
export interface NearIncident {
  id: string;
  title: string;
  place: string | null;
  isConfirmed: boolean;
}

export interface FollowPageProps {
  frame: PageFrame;
  report: FollowedReport;
  reportPath: string;
  /** Absolute address of this page, shown when the report has just been sent. */
  address: string | null;
  near: NearIncident[];
  /** Made for the next answer, so that the same one sent twice is kept once. */
  answerId: string;
  /** What was typed as an answer and why it was not taken. */
  answer?: { text: string; error: string };
}

function Conversation({ report, language, texts }: { report: FollowedReport; language: string; texts: Texts }): VNode {
  const words = texts.follow;
  return (
    <section aria-labelledby="conversation">
      <h2 id="conversation">{words.conversation}</h2>
      <ol class="messages">
        {report.messages.map((message) => (
          <li key={message.at} class={message.direction}>
            <p class="meta">
              {message.direction === 'out' ? words.us : words.you} · <Moment at={message.at} language={language} />
            </p>
            <p class="words" dir="auto">
              {message.text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One press, also by plain words in any channel: what is sent is what the button says. */
function IsOver({ texts, id }: { texts: Texts['follow']; id: string }): VNode {
  return (
    <form method="post" action="?" class="buttons" aria-label={texts.answer}>
      <input type="hidden" name="id" value={id} />
      <button name="text" value={texts.isOver}>
        {texts.isOver}
      </button>
      <button name="text" value={texts.isNotOver}>
        {texts.isNotOver}
      </button>
    </form>
  );
}

interface AnswerProps {
  texts: Texts['follow'];
  answerId: string;
  answer: FollowPageProps['answer'];
  isAsked: boolean;
}

function Answer({ texts, answerId, answer, isAsked }: AnswerProps): VNode {
  const error = answer?.error;
  return (
    <form method="post" id="follow" data-empty={texts.answerEmpty} data-kept={texts.answerKept}>
      <input type="hidden" name="id" value={answerId} />
      <div class={error === undefined ? 'field' : 'field wrong'}>
        <label for="answer">{isAsked ? texts.answer : texts.add}</label>
        <p class="hint" id="answer-hint">
          {texts.answerHint}
        </p>
        <textarea
          id="answer"
          name="text"
          dir="auto"
          rows={3}
          maxLength={2000}
          aria-describedby={error === undefined ? 'answer-hint' : 'answer-hint answer-error'}
          aria-invalid={error !== undefined}
        >
          {answer?.text ?? ''}
        </textarea>
        {error === undefined ? null : (
          <p class="error" id="answer-error" role="alert">
            {error}
          </p>
        )}
      </div>
      <p id="answer-state" class="meta" role="status" />
      <button type="submit" class="send">
        {texts.answerSend}
      </button>
    </form>
  );
}

function Arrived({ texts, address }: { texts: Texts['follow']; address: string }): VNode {
  return (
    <div class="notice good" role="status">
      <p>
        <strong>{texts.received}</strong>
      </p>
      <p>{texts.keep}</p>
      <label for="address">{texts.link}</label>
      <input id="address" value={address} readOnly dir="ltr" />
    </div>
  );
}

/** Shown and worked by the script. */
function Tools({ texts, isTold }: { texts: Texts['follow']; isTold: boolean }): VNode {
  return (
    <>
      <div class="tools" id="tools" hidden>
        {isTold && (
          <button type="button" id="notify" data-on={texts.notify} data-off={texts.notifyOff} hidden>
            {texts.notify}
          </button>
        )}
        <button type="button" id="copy">
          {texts.copy}
        </button>
      </div>
      <p
        id="tools-state"
        class="meta"
        role="status"
        data-on={texts.notifyOn}
        data-denied={texts.notifyDenied}
        data-copied={texts.copied}
      />
    </>
  );
}

function Near({ texts, near }: { texts: Texts['follow']; near: NearIncident[] }): VNode | null {
  if (near.length === 0) return null;
  return (
    <section aria-labelledby="near-title">
      <h2 id="near-title">{texts.near}</h2>
      <p class="hint">{texts.nearHint}</p>
      <ul class="cards">
        {near.map(({ id, title, place, isConfirmed }) => (
          <li key={id}>
            <p class="words">
              <bdi>{title}</bdi>
            </p>
            {place === null ? null : (
              <p class="meta">
                <bdi>{place}</bdi>
              </p>
            )}
            {isConfirmed ? (
              <p class="good">{texts.seenDone}</p>
            ) : (
              <form method="post" action="?">
                <input type="hidden" name="incident" value={id} />
                <button type="submit">{texts.seen}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What changes while the page is open; the script takes it anew. */
function News({ frame, report }: Pick<FollowPageProps, 'frame' | 'report'>): VNode {
  const texts = textsIn(frame.language);
  const words = texts.follow;
  const [state = '', meaning = ''] = words.states[report.status];
  return (
    <div id="news">
      <div class={`state ${report.status}`}>
        <h2>{state}</h2>
        <p>{report.rejection === null ? meaning : words.rejections[report.rejection]}</p>
        {report.incidentPath === null ? null : <a href={report.incidentPath}>{words.incident}</a>}
      </div>
      <dl>
        <dt>{words.at}</dt>
        <dd>
          <Moment at={report.receivedAt} language={frame.language} />
        </dd>
        <dt>{words.sent}</dt>
        <dd class="words" dir="auto">
          {report.text}
        </dd>
        {report.place === null ? null : <dt>{words.placeLabel}</dt>}
        {report.place === null ? null : (
          <dd>
            <bdi>{report.place}</bdi>
          </dd>
        )}
        {report.photos === 0 ? null : <dt>{texts.report.photo}</dt>}
        {report.photos === 0 ? null : <dd>{words.photos(report.photos)}</dd>}
      </dl>
      {report.messages.length === 0 ? null : <Conversation report={report} language={frame.language} texts={texts} />}
      {report.isOverAnswerId === null ? null : <IsOver texts={words} id={report.isOverAnswerId} />}
    </div>
  );
}

export function renderFollowPage(props: FollowPageProps): string {
  const { frame, report, reportPath, address, near, answerId, answer } = props;
  const words = textsIn(frame.language).follow;
  const path = frame.here.split('?')[0] ?? '';
  return toHtml(
    <Document frame={frame} title={words.title} manifest={`${path}/manifest.json`}>
      <div id="follow-page" data-path={path} data-language={frame.language}>
        <h1>{words.title}</h1>
        {address === null ? null : <Arrived texts={words} address={address} />}
        <News frame={frame} report={report} />
        <Tools texts={words} isTold={frame.isExercise !== true} />
        <Near texts={words} near={near} />
        <Answer texts={words} answerId={answerId} answer={answer} isAsked={report.status === 'needs_info'} />
        <p>
          <a href={reportPath}>{words.another}</a>
        </p>
      </div>
    </Document>,
  );
}
