/** Decides and writes a batch of messages within one transaction. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Location } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { GatewayAdapters, type OpenGateway } from '../gateways/index.js';
import { Intake, type Submission } from '../intake/index.js';
import { appendJournal, derivedId, groupBy, Jobs, type Sql } from '../platform/index.js';
import { expectMedia, lockReport, writePlace } from '../reports/index.js';
import { AskReporter } from '../triage/index.js';
import { decideMessage, type Decision, type SenderState } from './decide-message.js';
import { FETCH_MEDIUM_JOB, type FetchMediumJob } from './fetch-media.js';
import type { InboundMessage, Reception } from './inbound-message.js';
import {
  findReceived,
  insertOutgoing,
  insertReceived,
  receivedName,
  reportsOfOutgoing,
  type NewOutgoing,
} from './messages.queries.js';
import { lockSenders, writeSenders, type SenderRecord } from './senders.queries.js';
import { SEND_JOB, type SendJob } from './send-messages.js';
import { replyTextsIn } from './texts/index.js';

/** A message with everything that could be found out about it outside the transaction. */
export interface Arrival {
  gateway: OpenGateway;
  message: InboundMessage;
  location: Location | null;
  place: string | null;
  addressName: Buffer;
  /** The address, encrypted. */
  sealed: Buffer;
  /** One of the deployment's, or null where the message does not tell. */
  language: string | null;
}

type Followed = (deploymentId: string, reportId: string) => string;

/** What a batch leads to, collected first and written in few statements. */
interface Work {
  tx: Sql;
  now: Date;
  followed: Followed;
  senders: Map<string, SenderRecord>;
  /** Report of each message that is here already or came earlier in this batch. */
  received: Map<string, string | null>;
  /** Report of each message of ours that one of these answers. */
  answered: Map<string, string>;
  reports: { deployment: Deployment; submission: Submission }[];
  answers: { arrival: Arrival; reportId: string; isPlace: boolean }[];
  replies: NewOutgoing[];
  /** Of the replies, those that we hand to the provider; the others wait until their gateway asks. */
  sends: SendJob[];
  media: FetchMediumJob[];
  ledger: Parameters<typeof insertReceived>[1][number][];
}

const longestPlace = 200;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const senderName = ({ gateway, addressName }: Arrival): string => `${gateway.id} ${addressName.toString('hex')}`;

@Injectable()
export class KeepMessages {
  constructor(
    private readonly intake: Intake,
    private readonly askReporter: AskReporter,
    private readonly jobs: Jobs,
    private readonly adapters: GatewayAdapters,
  ) {}

  async keep(tx: Sql, arrivals: readonly Arrival[], now: Date, followed: Followed): Promise<Reception[]> {
    const work = await this.begin(tx, arrivals, now, followed);
    const receptions: Reception[] = [];
    for (const arrival of arrivals) receptions.push(await this.take(work, arrival));
    await this.write(work);
    return receptions;
  }

  private async begin(tx: Sql, arrivals: readonly Arrival[], now: Date, followed: Followed): Promise<Work> {
    const single = new Map(arrivals.map((arrival) => [senderName(arrival), arrival]));
    const keys = [...single.values()].map(({ gateway, addressName, sealed }) => ({
      deploymentId: gateway.deployment.id,
      gatewayId: gateway.id,
      addressName,
      sealed,
    }));
    const senders = await lockSenders(tx, keys, now);
    const names = arrivals.map(({ gateway, message }) => ({
      deploymentId: gateway.deployment.id,
      gatewayId: gateway.id,
      externalId: message.externalId,
    }));
    const answered = arrivals.flatMap(({ gateway, message: { inReplyTo: id } }) =>
      id === undefined || !uuid.test(id) ? [] : [{ deploymentId: gateway.deployment.id, id }],
    );
    return {
      tx,
      now,
      followed,
      senders: new Map(senders.map((row) => [`${row.gateway_id} ${row.address_name.toString('hex')}`, row])),
      received: await findReceived(tx, names),
      answered: await reportsOfOutgoing(tx, answered),
      reports: [],
      answers: [],
      replies: [],
      sends: [],
      media: [],
      ledger: [],
    };
  }

  private async take(work: Work, arrival: Arrival): Promise<Reception> {
    const { gateway, message } = arrival;
    const name = receivedName(gateway.id, message.externalId);
    const known = work.received.get(name);
    if (known !== undefined) return this.told(work, arrival, 'repeat', known);
    const sender = work.senders.get(senderName(arrival));
    if (sender === undefined) throw new Error('The sender was not locked.');
    const decision = await this.decide(work, arrival, sender);
    const reportId = this.follow(work, arrival, decision);
    const isApart = decision.kind === 'report' && decision.isApart;
    work.senders.set(senderName(arrival), {
      ...sender,
      ...recordOf(decision.next),
      ...(!isApart && {
        // Where an answer goes may say more than who it is, such as which mail it answers.
        sealed: arrival.sealed,
        report_id: reportId ?? sender.report_id,
        language: arrival.language ?? sender.language,
      }),
    });
    const counted = decision.kind === 'report' || decision.kind === 'answer' ? reportId : null;
    work.received.set(name, counted);
    work.ledger.push({
      deploymentId: gateway.deployment.id,
      gatewayId: gateway.id,
      externalId: message.externalId,
      addressName: arrival.addressName,
      reportId: counted,
    });
    return this.told(work, arrival, decision.kind, counted);
  }

  /** A report that is gone meanwhile cannot be answered: then it is a new one. */
  private async decide(work: Work, arrival: Arrival, sender: SenderRecord): Promise<Decision> {
    const { message, gateway, location, place } = arrival;
    const facts = {
      text: message.text,
      hasPlace: location !== null || (place !== null && message.place !== undefined),
      hasMedia: (message.media?.length ?? 0) > 0,
      isWhole: message.isWhole ?? false,
      inReplyTo: work.answered.get(message.inReplyTo ?? '') ?? null,
      isDoubtful: message.isDoubtful ?? false,
    };
    const isStrict = gateway.deployment.policy.quarantineUnsigned;
    const state = stateOf(sender);
    const decision = decideMessage(state, facts, isStrict, work.now);
    if (decision.kind !== 'answer') return decision;
    const isNew = work.reports.some(({ submission }) => submission.reportId === decision.reportId);
    if (isNew || (await lockReport(work.tx, gateway.deployment.id, decision.reportId)) !== null) return decision;
    const without = { ...facts, inReplyTo: null };
    return decideMessage({ ...state, reportId: null, awaiting: null }, without, isStrict, work.now);
  }

  /** Notes what is to be written; returns the report that the message belongs to. */
  private follow(work: Work, arrival: Arrival, decision: Decision): string | null {
    const { message } = arrival;
    switch (decision.kind) {
      case 'report': {
        const submission = submissionOf(arrival, decision.isQuarantined);
        work.reports.push({ deployment: arrival.gateway.deployment, submission });
        this.expectMedia(work, arrival, submission.reportId);
        if (decision.reply !== null && message.isSilent !== true)
          this.reply(work, arrival, submission.reportId, decision.reply);
        return submission.reportId;
      }
      case 'answer': {
        work.answers.push({ arrival, reportId: decision.reportId, isPlace: decision.isPlace });
        this.expectMedia(work, arrival, decision.reportId);
        if (decision.reply !== null && message.isSilent !== true)
          this.reply(work, arrival, decision.reportId, decision.reply);
        return decision.reportId;
      }
      case 'stopped':
      case 'started': {
        const { reportId } = decision.next;
        if (reportId !== null && message.isStopAnswered !== true) this.reply(work, arrival, reportId, decision.kind);
        return null;
      }
      default:
        return null;
    }
  }

  private expectMedia(work: Work, { gateway, message }: Arrival, reportId: string): void {
    message.media?.forEach((reference, index) => {
      const photoId = derivedId(gateway.id, message.externalId, index);
      work.media.push({ deploymentId: gateway.deployment.id, gatewayId: gateway.id, reportId, photoId, reference });
    });
  }

  private reply(
    work: Work,
    arrival: Arrival,
    reportId: string,
    kind: 'received' | 'where' | 'noted' | 'stopped' | 'started',
  ): void {
    const { deployment, id: gatewayId, kind: gatewayKind } = arrival.gateway;
    const id = uuidv7();
    const sender = work.senders.get(senderName(arrival));
    const texts = replyTextsIn(arrival.language, sender?.language, ...deployment.languages);
    const text = texts[kind];
    work.replies.push({
      deploymentId: deployment.id,
      id,
      reportId,
      gatewayId,
      addressName: arrival.addressName,
      text: typeof text === 'string' ? text : text(work.followed(deployment.id, reportId)),
    });
    if (this.adapters.find(gatewayKind)?.send !== undefined)
      work.sends.push({ deploymentId: deployment.id, messageId: id });
  }

  private async write(work: Work): Promise<void> {
    const { tx, now } = work;
    for (const [deployment, group] of groupBy(work.reports, (report) => report.deployment)) {
      await this.intake.acceptMany(
        tx,
        deployment,
        group.map(({ submission }) => submission),
      );
    }
    for (const answer of work.answers) await this.writeAnswer(tx, answer);
    await writeSenders(tx, [...work.senders.values()]);
    await insertReceived(tx, work.ledger, now);
    await insertOutgoing(tx, work.replies, now);
    await this.jobs.enqueueMany(tx, FETCH_MEDIUM_JOB, work.media);
    await this.jobs.enqueueMany(tx, SEND_JOB, work.sends);
  }

  private async writeAnswer(tx: Sql, { arrival, reportId, isPlace }: Work['answers'][number]): Promise<void> {
    const { gateway, message, location } = arrival;
    const { deployment } = gateway;
    const messageId = derivedId(gateway.id, message.externalId);
    const words = message.text.trim();
    const text =
      words !== '' ? words : location !== null ? `${location.lat.toFixed(5)}, ${location.lon.toFixed(5)}` : '';
    if (text !== '') await this.askReporter.answerIn(tx, deployment, reportId, messageId, text);
    const count = message.media?.length ?? 0;
    if (count > 0) await expectMedia(tx, deployment.id, reportId, count);
    const report = await lockReport(tx, deployment.id, reportId);
    if (report === null) return;
    const place = report.place === null && isPlace && words.length <= longestPlace && words !== '' ? words : null;
    const point = report.lat === null ? location : null;
    if (point === null && place === null) return;
    await writePlace(tx, deployment.id, reportId, { location: point, place });
    const data = { ...(point && { location: point }), ...(place !== null && { place }) };
    const entry = {
      deploymentId: deployment.id,
      kind: 'report.changed',
      subjectId: reportId,
      actorId: null,
      data,
    } as const;
    await appendJournal(tx, [entry]);
  }

  private told(work: Work, { gateway }: Arrival, kind: Reception['kind'], reportId: string | null): Reception {
    return { kind, reportId, follow: reportId === null ? null : work.followed(gateway.deployment.id, reportId) };
  }
}

function submissionOf(arrival: Arrival, quarantined: boolean): Submission & { reportId: string } {
  const { gateway, message, location, place, language } = arrival;
  return {
    reportId: uuidv7(),
    channel: gateway.channel,
    externalId: `${gateway.id} ${message.externalId}`,
    text: message.text,
    category: message.category,
    location: location ?? undefined,
    place: place ?? undefined,
    observedAt: message.sentAt,
    language: language ?? undefined,
    answers: message.answers,
    reporter: message.reporter,
    mediaExpected: message.media?.length ?? 0,
    quarantined,
  };
}

const stateOf = (row: SenderRecord): SenderState => ({
  standing: row.standing,
  optedOutAt: row.opted_out_at,
  language: row.language,
  reportId: row.report_id,
  awaiting: row.awaiting,
  awaitingUntil: row.awaiting_until,
  lastInAt: row.last_in_at,
  recentIn: row.recent_in,
  recentSince: row.recent_since,
});

function recordOf(state: SenderState) {
  return {
    opted_out_at: state.optedOutAt,
    awaiting: state.awaiting,
    awaiting_until: state.awaitingUntil,
    last_in_at: state.lastInAt ?? state.recentSince,
    recent_in: state.recentIn,
    recent_since: state.recentSince,
  };
}
