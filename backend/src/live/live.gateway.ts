/**
 * The `/live` namespace: tells watching clients what changed, in frames of about 100 ms, to rooms of grid cells, so
 * that nobody is told about what they do not see. A hint only: the cursor is the truth.
 */
import {
  Inject,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  ConnectedSocket,
  MessageBody,
  SubscribeMessage,
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayDisconnect,
} from '@nestjs/websockets';
import type { Namespace, Socket } from 'socket.io';
import {
  audiences,
  type Audience,
  type ChangesFrame,
  type ClientToServer,
  type PersonRef,
  type ServerToClient,
  type WatchAck,
} from '@atesto/contract';
import { WhoAsks } from '../accounts/index.js';
import { DeploymentCatalogue, type Deployment } from '../deployments/index.js';
import {
  Database,
  groupBy,
  JournalFeed,
  journalPosition,
  LOG,
  Problem,
  readJournal,
  type Access,
  type Cursor,
  type JournalEntry,
  type Log,
} from '../platform/index.js';
import { Changes, type Place, type Told } from './changes.js';
import { cellsOfBox, cellsOfPoint, isInBox } from './grid.js';
import { hidesAreas } from './overlay-changes.js';
import { PresenceBoard } from './presence/presence-board.js';
import { readLooking } from './presence/read-looking.js';
import { isAfter, RecentTold } from './recent-told.js';
import { unreadBytes } from './unread-bytes.js';
import { readWatch, type Watch } from './read-watch.js';

type LiveSocket = Socket<ClientToServer, ServerToClient>;

const frameMs = 100;
/** Between two words about who looks at what: people read slower than machines. */
const presenceMs = 300;
/** How long somebody who lost the right may still hear reports. */
const rightsMs = 30_000;
/** Changes that are sent again to a client that comes back; more than that, and it loads its lists anew. */
const mostMissed = 2_000;
/** Frames a client may leave unread before it is told to load anew. */
const mostUnreadBytes = 1_000_000;

const roomOf = (deploymentId: string, audience: Audience, cell: string): string =>
  `${deploymentId} ${audience} ${cell}`;
/** Those who watch without a box. */
const everywhere = 'all';
/** Everyone who watches the deployment: for what has no place. */
const anyone = 'any';

@WebSocketGateway({ namespace: '/live', transports: ['websocket'], perMessageDeflate: false, serveClient: false })
export class LiveGateway
  implements OnApplicationBootstrap, OnGatewayDisconnect, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly board = new PresenceBoard();
  private presenceTimer: NodeJS.Timeout | null = null;
  @WebSocketServer()
  private readonly server!: Namespace<ClientToServer, ServerToClient>;
  private pending: JournalEntry[] = [];
  private timer: NodeJS.Timeout | null = null;
  private rights: NodeJS.Timeout | null = null;
  private unsubscribe: (() => void) | null = null;
  private sending: Promise<void> = Promise.resolve();
  /** By deployment and audience that somebody watches. */
  private readonly recent = new Map<string, RecentTold>();
  /** Up to where frames were sent; null before the first. */
  private flushed: Cursor | null = null;

  constructor(
    private readonly feed: JournalFeed,
    private readonly database: Database,
    private readonly catalogue: DeploymentCatalogue,
    private readonly whoAsks: WhoAsks,
    private readonly changes: Changes,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.rights = setInterval(() => {
      this.checkRights().catch((error: unknown) => this.log.warn({ err: error }, 'rights were not checked'));
    }, rightsMs);
    this.rights.unref();
    this.unsubscribe = this.feed.subscribe((entries) => {
      for (const entry of entries) this.pending.push(entry);
      this.timer ??= setTimeout(() => this.flush(), frameMs);
    });
    const position = await this.feed.position();
    this.flushed ??= position;
  }

  beforeApplicationShutdown(): void {
    // The connection is closed, not the namespace: clients take that for a break and come back by themselves.
    for (const socket of this.server.sockets.values()) socket.conn.close();
  }

  async onApplicationShutdown(): Promise<void> {
    this.unsubscribe?.();
    if (this.rights !== null) clearInterval(this.rights);
    if (this.timer !== null) clearTimeout(this.timer);
    if (this.presenceTimer !== null) clearTimeout(this.presenceTimer);
    await this.sending;
  }

  @SubscribeMessage('watch')
  async watch(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): Promise<WatchAck> {
    const watch = readWatch(body);
    if (watch === null) return refused(422, 'This is not a watch request.');
    try {
      return await this.begin(socket, watch);
    } catch (error) {
      if (error instanceof Problem) return refused(error.status, error.message);
      this.log.error({ err: error }, 'a watch failed');
      return refused(503, 'Try again in a moment.');
    }
  }

  @SubscribeMessage('looking')
  look(@ConnectedSocket() socket: LiveSocket, @MessageBody() body: unknown): void {
    const at = readLooking(body);
    if (at !== undefined && this.board.look(socket.id, at, Date.now())) this.tellPresence();
  }

  handleDisconnect(socket: LiveSocket): void {
    if (this.board.leave(socket.id)) this.tellPresence();
  }

  private tellPresence(): void {
    this.presenceTimer ??= setTimeout(() => {
      this.presenceTimer = null;
      for (const [deploymentId, frame] of this.board.takeChanges()) {
        this.server.to(roomOf(deploymentId, 'responders', anyone)).emit('presence', frame);
      }
    }, presenceMs);
  }

  /** The one behind the socket, as far as reports of the deployment may be seen now. */
  private async watcher(socket: LiveSocket, deploymentId: string): Promise<Access | null> {
    const { headers } = socket.handshake;
    // Any site may open a socket to us, and browsers send the cookie along.
    const cookie = this.whoAsks.isFromOurPages(headers) ? headers.cookie : undefined;
    const token = (socket.handshake.auth as Record<string, unknown> | undefined)?.['token'];
    const authorization = typeof token === 'string' ? `Bearer ${token}` : undefined;
    const access = await this.whoAsks.access({ cookie, authorization }, deploymentId);
    return access.permissions.has('reports.read') ? access : null;
  }

  /** Who was signed out or removed meanwhile hears nothing more. */
  private async checkRights(): Promise<void> {
    for (const socket of this.server.sockets.values()) {
      const watched = (socket.data as { responders?: string }).responders;
      if (watched === undefined || (await this.watcher(socket, watched)) !== null) continue;
      for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
      this.handleDisconnect(socket);
      socket.emit('reload');
    }
  }

  private async begin(socket: LiveSocket, watch: Watch): Promise<WatchAck> {
    const deployment = await this.catalogue.named(watch.slug);
    const by = watch.audience === 'responders' ? await this.watcher(socket, deployment.id) : null;
    if (watch.audience === 'responders' && by === null) {
      return refused(403, 'Only responders of this deployment may watch it.');
    }
    socket.data = watch.audience === 'responders' ? { responders: deployment.id } : {};
    // The position is taken before joining, so that what happens in between is sent twice rather than never.
    const position = await this.feed.position();
    this.join(socket, deployment, watch);
    this.present(socket, deployment.id, by);
    if (watch.cursor === null) return { cursor: position };
    return this.catchUp(socket, deployment, watch, watch.cursor);
  }

  private join(socket: LiveSocket, deployment: Deployment, watch: Watch): void {
    for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
    const cells = watch.box === null ? [everywhere] : cellsOfBox(watch.box);
    void socket.join([...cells, anyone].map((cell) => roomOf(deployment.id, watch.audience, cell)));
    // From now on what is told here is kept for those who come back.
    this.recentOf(deployment.id, watch.audience);
  }

  /** Responders are seen by the others and see them; who may only read sees without being seen. */
  private present(socket: LiveSocket, deploymentId: string, by: Access | null): void {
    const person = by === null ? null : personOf(by);
    if (person === null) this.handleDisconnect(socket);
    else this.board.enter(socket.id, deploymentId, person);
    if (by !== null) socket.emit('presence', this.board.whole(deploymentId));
  }

  private async catchUp(socket: LiveSocket, deployment: Deployment, watch: Watch, cursor: Cursor): Promise<WatchAck> {
    // What is being sent just now is either in there afterwards, or sent to this client too.
    await this.sending;
    const recent = this.recentOf(deployment.id, watch.audience)?.since(cursor, watch.audience === 'public') ?? null;
    if (recent !== null) return this.tell(socket, watch, recent.told, recent.cursor);
    const position = await journalPosition(this.database);
    // A cursor from after the newest entry comes from another database: nothing can be said about what was missed.
    if (isAfter(cursor, position)) return { cursor: position, reload: true };
    const missed = await readJournal(this.database, cursor, mostMissed + 1, deployment.id);
    const last = missed.at(-1);
    if (last === undefined) return { cursor: isAfter(cursor, position) ? cursor : position };
    if (missed.length > mostMissed) return { cursor: position, reload: true };
    const told = (await this.changes.of(deployment.id, missed, [watch.audience])).get(watch.audience) ?? [];
    return this.tell(socket, watch, told, last.cursor);
  }

  /** Sends a client what it missed, as far as it lies where it looks. */
  private tell(socket: LiveSocket, { box }: Watch, told: readonly Told[], cursor: Cursor): WatchAck {
    const isSeen = ({ places }: Told): boolean =>
      box === null || places.length === 0 || places.some((place) => isInBox(place, box));
    const items = told.filter(isSeen).map(({ change }) => change);
    // More than that, and the lists are shorter than the way to them.
    if (items.length > mostMissed) return { cursor, reload: true };
    if (items.length > 0) socket.emit('changes', { cursor, items });
    return { cursor };
  }

  private recentOf(deploymentId: string, audience: Audience): RecentTold | null {
    if (this.flushed === null) return null;
    const key = `${deploymentId} ${audience}`;
    const recent = this.recent.get(key) ?? new RecentTold(this.flushed);
    this.recent.set(key, recent);
    return recent;
  }

  private flush(): void {
    this.timer = null;
    const entries = this.pending;
    this.pending = [];
    this.sending = this.sending
      .then(() => this.send(entries))
      .catch((error: unknown) => {
        // What was not told cannot be told later: everyone loads anew, also those who are away just now.
        this.server.emit('reload');
        this.recent.clear();
        this.flushed = entries.at(-1)?.cursor ?? this.flushed;
        this.log.warn({ err: error }, 'a live frame was not sent');
      });
  }

  private async send(entries: readonly JournalEntry[]): Promise<void> {
    for (const [deploymentId, group] of groupBy(entries, (entry) => entry.deploymentId)) {
      const listening = audiences.filter((audience) => this.isWatched(roomOf(deploymentId, audience, anyone)));
      const cursor = group.at(-1)?.cursor;
      if (cursor === undefined) continue;
      const told = listening.length === 0 ? null : await this.changes.of(deploymentId, group, listening);
      for (const audience of audiences) {
        const items = told?.get(audience);
        if (items !== undefined) this.sendTo(deploymentId, audience, items, cursor);
        this.remember(deploymentId, audience, cursor, group, items ?? null);
      }
    }
    this.flushed = entries.at(-1)?.cursor ?? this.flushed;
    this.dropTheSlow();
  }

  private remember(
    deploymentId: string,
    audience: Audience,
    cursor: Cursor,
    entries: readonly JournalEntry[],
    items: readonly Told[] | null,
  ): void {
    const recent = this.recent.get(`${deploymentId} ${audience}`);
    // Categories, policy and layers decide what may be told: what was told before them is not told again.
    const isOther = entries.some((entry) => /^(deployment|categories)\./.test(entry.kind) || hidesAreas(entry));
    if (items === null || isOther) recent?.forget(cursor);
    else recent?.add(cursor, items);
  }

  private sendTo(deploymentId: string, audience: Audience, items: readonly Told[], cursor: Cursor): void {
    const frames = new Map<string, ChangesFrame>();
    const put = (cell: string, { change }: Told): void => {
      const room = roomOf(deploymentId, audience, cell);
      if (!this.isWatched(room)) return;
      const frame = frames.get(room);
      if (frame === undefined) frames.set(room, { cursor, items: [change] });
      else frame.items.push(change);
    };
    for (const told of items) {
      const cells = told.places.length === 0 ? [anyone] : [everywhere, ...cellsOf(told.places)];
      for (const cell of cells) put(cell, told);
    }
    for (const [room, frame] of frames) this.server.to(room).emit('changes', frame);
  }

  private isWatched(room: string): boolean {
    return this.server.adapter.rooms.has(room);
  }

  /** A client on a slow line must not fill our memory: it is told to load anew when it can. */
  private dropTheSlow(): void {
    for (const socket of this.server.sockets.values()) {
      if (unreadBytes(socket.conn) <= mostUnreadBytes) continue;
      for (const room of socket.rooms) if (room !== socket.id) void socket.leave(room);
      socket.emit('reload');
    }
  }
}

const personOf = ({ userId, name, permissions }: Access): PersonRef | null =>
  userId === null || name === null || !permissions.has('reports.triage') ? null : { id: userId, name };

const cellsOf = (places: readonly Place[]): string[] => [
  ...new Set(places.flatMap(({ lat, lon }) => cellsOfPoint(lat, lon))),
];

const refused = (status: number, detail: string): WatchAck => ({ cursor: '', error: { status, detail } });
