import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../deployments/index.js';
import { ExportsModule } from '../exports/index.js';
import { IncidentsModule } from '../incidents/index.js';
import { CONFIG, type Config } from '../platform/index.js';
import { DumpFolder } from './dump-folder.js';
import { OpenDataReader } from './open-data-reader.js';
import { WriteDumps } from './write-dumps.js';

@Module({
  imports: [DeploymentsModule, ExportsModule, IncidentsModule],
  providers: [
    {
      provide: DumpFolder,
      inject: [CONFIG],
      useFactory: (config: Config) => new DumpFolder(join(config.dataDir, 'dumps')),
    },
    OpenDataReader,
    WriteDumps,
  ],
  exports: [DumpFolder, OpenDataReader, WriteDumps],
})
export class OpenDataModule {}
