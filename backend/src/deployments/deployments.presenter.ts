/** What leaves of a deployment: nothing in it is private. */
import type { DeploymentView } from '@atesto/contract';
import type { Deployment } from './deployment.js';

export function presentDeployment(deployment: Deployment): DeploymentView {
  return {
    slug: deployment.slug,
    name: deployment.name,
    area: deployment.area,
    languages: [...deployment.languages],
    categories: deployment.categories
      .filter((category) => !category.archived)
      .map((category) => ({
        code: category.code,
        parent: deployment.codeOf(category.parentId),
        names: category.names,
        colour: category.colour,
        icon: category.icon,
        sensitive: category.sensitive,
      })),
    policy: deployment.policy,
    exercise: deployment.isExercise,
    version: deployment.version,
  };
}
