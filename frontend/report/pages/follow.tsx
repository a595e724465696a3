/** The secret page on which a reporter sees what became of the report, and answers questions. */
import type { VNode } from 'preact';
import type { RejectionReason, ReportStatus } from '@atesto/contract';
import { textsIn, type Texts } from '../texts/index.js';
import { Document, toHtml, type PageFrame } from './document.js';

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
}

export interface FollowPageProps {
  frame: PageFrame;
  report: FollowedReport;
  reportPath: string;
  /** Absolute address of this page, shown when the report has just been sent. */
  address: string | null;
  /** What was typed as an answer and why it was not taken. */
  answer?: { text: string; error: string };
}

function Moment({ at, language }: { at: string; language: string }): VNode {
  const shown = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return <time dateTime={at}>{`${shown.format(new Date(at))} UTC`}</time>;
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
              {message.direction === 'out' ? words.us : words.you}, <Moment at={message.at} language={language} />
            </p>
            <p class="words">{message.text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface AnswerProps {
  texts: Texts['follow'];
  answer: FollowPageProps['answer'];
  isAsked: boolean;
}

function Answer({ texts, answer, isAsked }: AnswerProps): VNode {
  const error = answer?.error;
  return (
    <form method="post" id="follow">
      <div class={error === undefined ? 'field' : 'field wrong'}>
        <label for="answer">{isAsked ? texts.answer : texts.add}</label>
        <p class="hint" id="answer-hint">
          {texts.answerHint}
        </p>
        <textarea
          id="answer"
          name="text"
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
      <button type="submit">{texts.answerSend}</button>
    </form>
  );
}

function Received({ texts, address }: { texts: Texts['follow']; address: string }): VNode {
  return (
    <div class="notice good" role="status">
      <p>
        <strong>{texts.received}</strong>
      </p>
      <p>{texts.keep}</p>
      <label for="address">{texts.link}</label>
      <input id="address" value={address} readOnly />
    </div>
  );
}

export function renderFollowPage({ frame, report, reportPath, address, answer }: FollowPageProps): string {
  const texts = textsIn(frame.language);
  const words = texts.follow;
  const [state = '', meaning = ''] = words.states[report.status];
  return toHtml(
    <Document frame={frame} title={words.title}>
      <h1>{words.title}</h1>
      {address === null ? null : <Received texts={words} address={address} />}
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
        <dd class="words">{report.text}</dd>
        {report.place === null ? null : <dt>{words.placeLabel}</dt>}
        {report.place === null ? null : <dd>{report.place}</dd>}
        {report.photos === 0 ? null : <dd>{words.photos(report.photos)}</dd>}
      </dl>
      {report.messages.length === 0 ? null : <Conversation report={report} language={frame.language} texts={texts} />}
      <Answer texts={words} answer={answer} isAsked={report.status === 'needs_info'} />
      <p>
        <a href={reportPath}>{words.another}</a>
      </p>
    </Document>,
  );
}
