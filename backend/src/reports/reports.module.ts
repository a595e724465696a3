import { join } from 'node:path';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { CONFIG, Database, Jobs, type Config } from '../platform/index.js';
import { AddPhoto } from './add-photo.js';
import { ChangeReport } from './change-report.js';
import { EraseContacts } from './erase-contacts.js';
import { DiskMediaStore } from './media-store.js';
import { Media, THUMBNAIL_JOB } from './media.js';
import { ReportReader } from './report-reader.js';
import { ReportSearch } from './report-search.js';
import { ReportsController } from './reports.controller.js';
import { ShowReporter } from './show-reporter.js';
import { MediaController } from './media.controller.js';
import { TranscribeMedium } from './transcribe-medium.js';

@Module({
  imports: [DeploymentsModule],
  controllers: [ReportsController, MediaController],
  providers: [
    {
      provide: Media,
      inject: [Database, CONFIG],
      useFactory: (database: Database, config: Config) =>
        new Media(database, new DiskMediaStore(join(config.dataDir, 'media'))),
    },
    ReportReader,
    AddPhoto,
    ChangeReport,
    ShowReporter,
    TranscribeMedium,
    EraseContacts,
    ReportSearch,
  ],
  exports: [ReportReader, Media, AddPhoto],
})
export class ReportsModule implements OnApplicationBootstrap {
  constructor(
    private readonly jobs: Jobs,
    private readonly media: Media,
    private readonly eraseContacts: EraseContacts,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.work<{ digest: string }>(THUMBNAIL_JOB, async ({ digest }) => {
      await this.media.makeThumbnail(digest);
    });
    await this.jobs.every('erase-contacts', '41 2 * * *', () => this.eraseContacts.run());
  }
}
