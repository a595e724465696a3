/** The deployment that the path names, as a controller's parameter. The access guard has looked it up already. */
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { AccessedRequest } from '../platform/index.js';
import type { Deployment } from './deployment.js';

export interface DeploymentRequest extends AccessedRequest {
  deployment?: Deployment;
}

export const InDeployment = createParamDecorator((_: unknown, context: ExecutionContext): Deployment => {
  const { deployment } = context.switchToHttp().getRequest<DeploymentRequest>();
  if (deployment === undefined) throw new Error('The path names no deployment.');
  return deployment;
});
