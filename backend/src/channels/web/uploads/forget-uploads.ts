/** Forgets, each night, photos that nobody went on sending. */
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CLOCK, Jobs, type Clock } from '../../../platform/index.js';
import { UploadParts } from './upload-parts.js';

const keptDays = 7;

@Injectable()
export class ForgetUploads implements OnApplicationBootstrap {
  constructor(
    private readonly parts: UploadParts,
    private readonly jobs: Jobs,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every('forget-uploads', '23 3 * * *', () => this.run());
  }

  async run(): Promise<void> {
    await this.parts.removeOlder(new Date(this.clock.now().getTime() - keptDays * 86_400_000));
  }
}
