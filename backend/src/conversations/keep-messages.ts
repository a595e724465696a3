/** Decides and writes a batch of messages within one transaction. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { Location } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import { GatewayAdapters, type OpenGateway } from '../gateways/index.js';
import { Intake, type Submission } from '../intake/index.js';
import { derivedId, groupBy, Jobs, type Sql } from '../platform/index.js';
import { lockReports, type OpenReport } from '../reports/index.js';
import { keepAnswers, type LateAnswer } from '../triage/index.js';
import { decideMessage, type Decision, type SenderState } from './decide-message.js';
import { FETCH_MEDIUM_JOB, mediumId, type FetchMediumJob } from './fetch-media.js';
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
  /** Those of them that said something new. */
  heard: Set<SenderRecord>;
  /** Report of each message that is here already or came earlier in this batch. */
  received: Map<string, string | null>;
  /** Report of each message of ours that one of these answers. */
  answered: Map<string, string>;
  reports: { deployment: Deployment; submission: Submission }[];
  /** Those that messages may belong to: of the senders, and new ones of this batch. */
  open: Map<string, OpenReport>;
  answers: LateAnswer[];
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
    private readonly jobs: Jobs,
    private readonly adapters: GatewayAdapters,
  ) {}

  async keep(tx: Sql, arrivals: readonly Arrival[], now: Date, followed: Followed): Promise<Reception[]> {
    const work = await this.begin(tx, arrivals, now, followed);
    const receptions: Reception[] = [];
    for (const arrival of arrivals) receptions.push(this.take(work, arrival));
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
    const names = arrivals.flatMap(({ gateway, message: { externalId, restOf } }) =>
      (restOf === undefined ? [externalId] : [externalId, restOf]).map((name) => ({
        deploymentId: gateway.deployment.id,
        gatewayId: gateway.id,
        externalId: name,
      })),
    );
    const received = await findReceived(tx, names);
    const inReply = arrivals.flatMap(({ gateway, message: { inReplyTo: id } }) =>
      id === undefined || !uuid.test(id) ? [] : [{ deploymentId: gateway.deployment.id, id }],
    );
    const answered = await reportsOfOutgoing(tx, inReply);
    const open = await lockReports(tx, spokenOf(arrivals, senders, [...received.values(), ...answered.values()]));
    return {
      tx,
      now,
      followed,
      senders: new Map(senders.map((row) => [`${row.gateway_id} ${row.address_name.toString('hex')}`, row])),
      heard: new Set(),
      received,
      answered,
      reports: [],
      open: new Map(open.map((report) => [report.id, report])),
      answers: [],
      replies: [],
      sends: [],
      media: [],
      ledger: [],
    };
  }

  private take(work: Work, arrival: Arrival): Reception {
    const { gateway, message } = arrival;
    const name = receivedName(gateway.id, message.externalId);
    const known = work.received.get(name);
    if (known !== undefined) return this.told(work, arrival, 'repeat', known);
    const sender = work.senders.get(senderName(arrival));
    if (sender === undefined) throw new Error('The sender was not locked.');
    const decision = this.decide(work, arrival, sender);
    const reportId = this.follow(work, arrival, decision);
    const isApart = decision.kind === 'report' && decision.isApart;
    const heard: SenderRecord = {
      ...sender,
      ...recordOf(decision.next),
      ...(!isApart && {
        // Where an answer goes may say more than who it is, such as which mail it answers.
        sealed: arrival.sealed,
        report_id: reportId ?? sender.report_id,
        language: arrival.language ?? sender.language,
      }),
    };
    work.senders.set(senderName(arrival), heard);
    work.heard.add(heard);
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
  private decide(work: Work, arrival: Arrival, sender: SenderRecord): Decision {
    const { message, gateway, location, place } = arrival;
    const facts = {
      text: message.text,
      hasPlace: location !== null || (place !== null && message.place !== undefined),
      hasMedia: (message.media?.length ?? 0) > 0,
      isWhole: message.isWhole ?? false,
      inReplyTo: work.answered.get(message.inReplyTo ?? '') ?? null,
      restOf:
        message.restOf === undefined ? null : (work.received.get(receivedName(gateway.id, message.restOf)) ?? null),
      isDoubtful: message.isDoubtful ?? false,
    };
    const isStrict = gateway.deployment.policy.quarantineUnsigned;
    const state = stateOf(sender);
    const decision = decideMessage(state, facts, isStrict, work.now);
    if (decision.kind !== 'answer') return decision;
    if (work.open.has(decision.reportId)) return decision;
    const without = { ...facts, inReplyTo: null, restOf: null };
    return decideMessage({ ...state, reportId: null, awaiting: null }, without, isStrict, work.now);
  }

  /** Notes what is to be written; returns the report that the message belongs to. */
  private follow(work: Work, arrival: Arrival, decision: Decision): string | null {
    const { message } = arrival;
    switch (decision.kind) {
      case 'report': {
        const submission = submissionOf(arrival, decision.isQuarantined);
        work.reports.push({ deployment: arrival.gateway.deployment, submission });
        work.open.set(submission.reportId, openReportOf(arrival, submission));
        this.expectMedia(work, arrival, submission.reportId);
        if (decision.reply !== null && message.isSilent !== true)
          this.reply(work, arrival, submission.reportId, decision.reply);
        return submission.reportId;
      }
      case 'answer': {
        const report = work.open.get(decision.reportId);
        if (report !== undefined) work.answers.push(answerOf(arrival, report, decision.isPlace));
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
      const photoId = mediumId(gateway.id, message.externalId, index);
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
    await keepAnswers(tx, work.answers, now);
    // Whoever only repeated something is as before; a row that was made for it has never been written to.
    await writeSenders(
      tx,
      [...work.senders.values()].filter((sender) => work.heard.has(sender)),
    );
    await insertReceived(tx, work.ledger, now);
    await insertOutgoing(tx, work.replies, now);
    await this.jobs.enqueueMany(tx, FETCH_MEDIUM_JOB, work.media);
    await this.jobs.enqueueMany(tx, SEND_JOB, work.sends);
  }

  private told(work: Work, { gateway }: Arrival, kind: Reception['kind'], reportId: string | null): Reception {
    return { kind, reportId, follow: reportId === null ? null : work.followed(gateway.deployment.id, reportId) };
  }
}

/** The reports that messages of the batch may belong to, each once. */
function spokenOf(
  arrivals: readonly Arrival[],
  senders: readonly SenderRecord[],
  named: readonly (string | null)[],
): { deploymentId: string; id: string }[] {
  const ids = new Set([...senders.map(({ report_id: id }) => id), ...named]);
  const deployments = new Set(arrivals.map(({ gateway }) => gateway.deployment.id));
  // Ids of reports are made at random: one that is looked for in two deployments is found in its own.
  return [...deployments].flatMap((deploymentId) =>
    [...ids].flatMap((id) => (id === null ? [] : [{ deploymentId, id }])),
  );
}

function submissionOf(arrival: Arrival, quarantined: boolean): Submission & { reportId: string } {
  const { gateway, message, location, place, language } = arrival;
  return {
    reportId: message.reportId ?? uuidv7(),
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
    mediaExpected: (message.media?.length ?? 0) + (message.mediaToFollow ?? 0),
    quarantined,
  };
}

const openReportOf = (
  { gateway }: Arrival,
  { reportId, location, place }: Submission & { reportId: string },
): OpenReport => ({
  deploymentId: gateway.deployment.id,
  id: reportId,
  status: 'new',
  hasLocation: location !== undefined,
  place: place ?? null,
});

function answerOf({ gateway, message, location }: Arrival, report: OpenReport, isPlace: boolean): LateAnswer {
  const words = message.text.trim();
  const point = location === null ? '' : `${location.lat.toFixed(5)}, ${location.lon.toFixed(5)}`;
  return {
    report,
    messageId: derivedId(gateway.id, message.externalId),
    text: words === '' ? point : words,
    location,
    place: isPlace && words !== '' && words.length <= longestPlace ? words : null,
    media: message.media?.length ?? 0,
    // Where it is, asked and answered, counts more than what the first words seemed to say.
    replacesPlace: message.restOf !== undefined && message.place !== undefined,
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
