/**
 * What a folder of `channels` brings so that a coordinator can set it up and people can be answered through it. It is
 * added to the adapters when its module starts; adding a channel touches one folder.
 */
import { Injectable } from '@nestjs/common';
import type { Channel, FieldError, GatewayField, GatewayKindView, Translations } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';

/** A gateway with its secrets, for the adapter only. */
export interface OpenGateway {
  id: string;
  kind: string;
  name: string;
  enabled: boolean;
  channel: Channel;
  deployment: Deployment;
  /** Settings and secrets by field name, as checked when they were saved. */
  settings: Readonly<Record<string, unknown>>;
  /** The secrets among the settings, to be struck out of what is noted. */
  secrets: readonly string[];
  /** The secret part of its address. */
  token: string;
}

export interface OutgoingMessage {
  id: string;
  /** As the adapter named the sender in `InboundMessage.address`. */
  to: string;
  text: string;
  /** For channels that have one, where it is no answer. */
  subject?: string;
  language: string;
  /** For messages that answer nobody: where whoever gets them ends them with one call (RFC 8058). */
  unsubscribe?: string;
  /** The person is asked for a place, so channels with a button for it may show it. */
  asksForPlace: boolean;
  /** When the person last wrote; some providers take free words only for a day after. */
  lastInAt: Date;
}

/** What the provider said: `sent` when it took the message, with its own name of it. */
export type Sent =
  | { state: 'sent'; providerId: string | null }
  /** Trying again cannot help. */
  | { state: 'failed'; detail: string }
  /** The person must not or cannot be written to now, and nobody is to blame. */
  | { state: 'withheld'; detail: string };

export interface AdapterAddress {
  label: Translations;
  url: string;
  /** What a phone is to scan; shown as a QR code. */
  qr?: string;
}

export interface GatewayAdapter {
  readonly kind: string;
  readonly channel: Channel;
  readonly name: Translations;
  readonly about: Translations;
  readonly fields: readonly GatewayField[];
  /** A gateway of this kind that was not heard for so long is called silent. */
  silentAfterSeconds?(gateway: OpenGateway): number | null;
  /** What the fields cannot say by themselves; pointers like `/settings/name`. */
  faultsOf?(settings: Readonly<Record<string, unknown>>): FieldError[];
  /** What to enter at the provider; `url` is the address of this gateway. Without it: that address alone. */
  addressesOf?(gateway: OpenGateway, url: string): AdapterAddress[];
  /** Makes the gateway known to the provider, after it was set up or changed. @throws Error when it could not be told */
  register?(gateway: OpenGateway): Promise<void>;
  /** Hands a message to the provider. Without it messages wait until the gateway asks for them. @throws to try again */
  send?(gateway: OpenGateway, message: OutgoingMessage): Promise<Sent>;
  /** The bytes of what a message pointed to. @throws to try again */
  fetchMedium?(gateway: OpenGateway, reference: string): Promise<Buffer>;
  /** Looks for what is new, once a minute, for what nobody calls us about. */
  poll?(gateway: OpenGateway): Promise<void>;
}

@Injectable()
export class GatewayAdapters {
  private readonly byKind = new Map<string, GatewayAdapter>();

  add(adapter: GatewayAdapter): void {
    if (this.byKind.has(adapter.kind)) throw new Error(`There are two adapters of the kind ${adapter.kind}.`);
    this.byKind.set(adapter.kind, adapter);
  }

  find(kind: string): GatewayAdapter | null {
    return this.byKind.get(kind) ?? null;
  }

  polled(): string[] {
    return [...this.byKind.values()].filter((adapter) => adapter.poll !== undefined).map(({ kind }) => kind);
  }

  kinds(): GatewayKindView[] {
    return [...this.byKind.values()].map(({ kind, channel, name, about, fields }) => ({
      kind,
      channel,
      name,
      about,
      fields: [...fields],
    }));
  }
}
