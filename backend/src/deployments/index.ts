/** The door of the deployments. */
export { CategoryRow } from './category.entity.js';
export { CreateDeployment, firstSlug } from './create-deployment.js';
export { Deployment, type CategoryNode } from './deployment.js';
export { DeploymentCatalogue } from './deployment-catalogue.js';
export { DeploymentRow } from './deployment.entity.js';
export { DeploymentsModule } from './deployments.module.js';
export { presentDeployment } from './deployments.presenter.js';
export { fitArea } from './fit-area.js';
export {
  addLanguages,
  listDeployments,
  loadDeployment,
  unarchiveCategory,
  upsertCategory,
} from './deployments.queries.js';
export { InDeployment, type DeploymentRequest } from './in-deployment.js';
