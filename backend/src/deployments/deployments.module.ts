import { Module } from '@nestjs/common';
import { ChangeDeployment } from './change-deployment.js';
import { CreateDeployment } from './create-deployment.js';
import { DeploymentCatalogue } from './deployment-catalogue.js';
import { DeploymentsController } from './deployments.controller.js';
import { PutCategoriesAction } from './put-categories.js';

@Module({
  controllers: [DeploymentsController],
  providers: [DeploymentCatalogue, CreateDeployment, ChangeDeployment, PutCategoriesAction],
  exports: [DeploymentCatalogue, CreateDeployment, PutCategoriesAction],
})
export class DeploymentsModule {}
