/**
 * Who looks at what in each deployment, in the memory of this process: a hint between people, never a claim. What
 * changed is taken out in batches, a person as a whole, so that a lost or repeated frame does no harm.
 */
import type { Looking, PersonRef, PresenceFrame, Present } from '@atesto/contract';

/** Of one person at once: more windows than anybody reads. */
const mostAt = 4;
/** Told to somebody who comes in; with more people than that, initials say nothing any more. */
const mostPeople = 300;
/** Of one socket; somebody who walks down the queue says less. */
const mostInWindow = 10;
const windowMs = 1_000;

interface Window {
  deploymentId: string;
  person: PersonRef;
  at: Looking | null;
  saidAtMs: number[];
}

export class PresenceBoard {
  private readonly windows = new Map<string, Window>();
  private readonly changed = new Map<string, Map<string, PersonRef>>();

  /** A responder's socket watches this deployment from now on. */
  enter(socketId: string, deploymentId: string, person: PersonRef): void {
    const known = this.windows.get(socketId);
    if (known?.deploymentId === deploymentId) return;
    this.leave(socketId);
    this.windows.set(socketId, { deploymentId, person, at: null, saidAtMs: [] });
  }

  /** False when nothing follows from it: unknown, unchanged, or said too often. */
  look(socketId: string, at: Looking | null, nowMs: number): boolean {
    const window = this.windows.get(socketId);
    if (window === undefined || (window.at?.id === at?.id && window.at?.kind === at?.kind)) return false;
    window.saidAtMs = window.saidAtMs.filter((ms) => nowMs - ms < windowMs);
    if (window.saidAtMs.length >= mostInWindow) return false;
    window.saidAtMs.push(nowMs);
    window.at = at;
    this.note(window);
    return true;
  }

  /** False when nobody could have known of it. */
  leave(socketId: string): boolean {
    const window = this.windows.get(socketId);
    this.windows.delete(socketId);
    if (window === undefined || window.at === null) return false;
    this.note(window);
    return true;
  }

  whole(deploymentId: string): PresenceFrame {
    const people = new Map<string, PersonRef>();
    for (const window of this.windows.values()) {
      if (window.deploymentId === deploymentId && window.at !== null) people.set(window.person.id, window.person);
    }
    const shown = [...people.values()].slice(0, mostPeople);
    return { whole: true, people: shown.map((person) => this.present(deploymentId, person)) };
  }

  /** What changed since the last call, by deployment. */
  takeChanges(): Map<string, PresenceFrame> {
    const frames = new Map<string, PresenceFrame>();
    for (const [deploymentId, people] of this.changed) {
      const present = [...people.values()].map((person) => this.present(deploymentId, person));
      frames.set(deploymentId, { whole: false, people: present });
    }
    this.changed.clear();
    return frames;
  }

  private note({ deploymentId, person }: Window): void {
    const people = this.changed.get(deploymentId) ?? new Map<string, PersonRef>();
    this.changed.set(deploymentId, people.set(person.id, person));
  }

  private present(deploymentId: string, person: PersonRef): Present {
    const at = new Map<string, Looking>();
    for (const window of this.windows.values()) {
      if (window.deploymentId === deploymentId && window.person.id === person.id && window.at !== null) {
        at.set(window.at.id, window.at);
      }
    }
    return { person, at: [...at.values()].slice(0, mostAt) };
  }
}
