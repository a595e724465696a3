/** When a plain form was made, signed, so that a program that fills it in an instant is told from a person. */
import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, Keys, type Clock } from '../../platform/index.js';

/** Nobody writes a report in less. */
export const leastFormSeconds = 3;

const tagBytes = 12;

@Injectable()
export class FormTime {
  constructor(
    private readonly keys: Keys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** For a hidden field of the form: the one it had before, where it is shown again, so that a correction may be quick. */
  stamp(before?: unknown): string {
    if (typeof before === 'string' && this.secondsSince(before) !== null) return before;
    const at = this.clock.now().getTime().toString(36);
    return `${at}.${this.tagOf(at).toString('base64url')}`;
  }

  /** Seconds since the form was made, null for a stamp that is missing or not ours. */
  secondsSince(stamp: unknown): number | null {
    const [, at, tag] = (typeof stamp === 'string' && /^([0-9a-z]{1,12})\.([\w-]{16})$/.exec(stamp)) || [];
    if (at === undefined || tag === undefined) return null;
    if (!timingSafeEqual(Buffer.from(tag, 'base64url'), this.tagOf(at))) return null;
    return (this.clock.now().getTime() - parseInt(at, 36)) / 1000;
  }

  private tagOf(at: string): Buffer {
    return this.keys.tagOf('form time', at).subarray(0, tagBytes);
  }
}
