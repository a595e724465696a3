import { Module } from '@nestjs/common';
import { DeploymentsModule } from '../../deployments/index.js';
import { IntakeModule } from '../../intake/index.js';
import { ImportCategories } from './import-categories.js';
import { ImportFile } from './import-file.js';
import { ImportsController } from './imports.controller.js';

@Module({
  imports: [DeploymentsModule, IntakeModule],
  controllers: [ImportsController],
  providers: [ImportCategories, ImportFile],
})
export class ImportModule {}
