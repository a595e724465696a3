/**
 * How many files are being taken at once by those who did not sign in: each holds some megabytes for as long as its reader
 * likes. In memory, per process; addresses are kept no longer than the file takes.
 */
import { Injectable } from '@nestjs/common';
import { tooManyRequests } from '../platform/index.js';

export const slots = { all: 24, address: 4 };
const retrySeconds = 10;

@Injectable()
export class ExportSlots {
  private readonly taken = new Map<string, number>();
  private all = 0;

  /** Returns what gives it back. @throws Problem 429 when there is none */
  take(address: string): () => void {
    const own = this.taken.get(address) ?? 0;
    if (this.all >= slots.all || own >= slots.address) throw tooManyRequests(retrySeconds);
    this.all += 1;
    this.taken.set(address, own + 1);
    let isBack = false;
    return () => {
      if (isBack) return;
      isBack = true;
      this.all -= 1;
      const left = (this.taken.get(address) ?? 1) - 1;
      if (left === 0) this.taken.delete(address);
      else this.taken.set(address, left);
    };
  }
}
