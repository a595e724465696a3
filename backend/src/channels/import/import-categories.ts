/** Brings the categories of a file into the deployment as they turn up, without touching those that are there. */
import { Injectable } from '@nestjs/common';
import { uuidv7 } from 'uuidv7';
import type { CategoryInput } from '@atesto/contract';
import {
  addLanguages,
  unarchiveCategory,
  DeploymentCatalogue,
  upsertCategory,
  type CategoryNode,
  type Deployment,
} from '../../deployments/index.js';
import { appendJournal, Database } from '../../platform/index.js';
import { categoryInput, codeOf, type GivenCategory } from './ushahidi-categories.js';

const firstPosition = 1_000;

/** Code of the category in this deployment: by a name that it already has there, else one made of number and name. */
export function codeIn(deployment: Deployment, given: GivenCategory): string {
  const names = new Set(given.names.map((name) => name.toLowerCase()));
  const isNamed = (node: CategoryNode): boolean =>
    !node.archived && [node.code, ...Object.values(node.names)].some((name) => names.has(name.toLowerCase()));
  // Numbered ones belong to the tree they come from, whatever else is called the same.
  const known = given.number === '' ? deployment.categories.find(isNamed) : undefined;
  return known?.code ?? codeOf(given);
}

@Injectable()
export class ImportCategories {
  constructor(
    private readonly database: Database,
    private readonly catalogue: DeploymentCatalogue,
  ) {}

  /** Returns the deployment with every one of these categories. */
  async ensure(
    deployment: Deployment,
    given: readonly GivenCategory[],
    languages: readonly [string, string],
  ): Promise<Deployment> {
    const byCode = new Map<string, GivenCategory>();
    for (const category of given) {
      const code = codeIn(deployment, category);
      // The same category may come with one name here and with both there.
      if ((byCode.get(code)?.names.length ?? 0) < category.names.length) byCode.set(code, category);
    }
    const isMissing = (code: string): boolean => (deployment.category(code) ?? { archived: true }).archived;
    const missing = [...byCode].filter(([code]) => isMissing(code)).map(([, category]) => category);
    if (missing.length === 0) return deployment;
    // Groups first, so that what stands below them finds its parent.
    missing.sort((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }));
    await this.write(deployment, missing, languages);
    this.catalogue.forget();
    return this.catalogue.named(deployment.slug);
  }

  private async write(
    deployment: Deployment,
    missing: readonly GivenCategory[],
    languages: readonly [string, string],
  ): Promise<void> {
    const codeByNumber = new Map(deployment.categories.flatMap(numberOf));
    const ids = new Map(deployment.categories.map(({ code, id }) => [code, id]));
    await this.database.transaction(async (tx) => {
      const added: CategoryInput[] = [];
      for (const category of missing) {
        const input = categoryInput(category, codeByNumber, languages);
        if (/^\d+$/.test(category.number)) codeByNumber.set(category.number, input.code);
        const id = ids.get(input.code) ?? uuidv7();
        ids.set(input.code, id);
        const parentId = input.parent == null ? null : (ids.get(input.parent) ?? null);
        // One that is there already, archived, comes back as it was: a file does not decide what is sensitive.
        if (deployment.category(input.code) === null) {
          await upsertCategory(tx, deployment.id, id, parentId, positionOf(category), input);
        } else await unarchiveCategory(tx, deployment.id, input.code);
        added.push(input);
      }
      await addLanguages(tx, deployment.id, [...new Set(added.flatMap(({ names }) => Object.keys(names)))]);
      const data = { codes: added.map(({ code }) => code) };
      await appendJournal(tx, [
        { deploymentId: deployment.id, kind: 'categories.changed', subjectId: deployment.id, actorId: null, data },
      ]);
    });
  }
}

/** A group that an earlier import brought is known by the number that its code begins with. */
function numberOf({ code }: CategoryNode): [number: string, code: string][] {
  const number = /^(\d+)-/.exec(code)?.[1];
  return number === undefined ? [] : [[number, code]];
}

/** After the deployment's own, groups and what belongs to them together. */
function positionOf({ number }: GivenCategory): number {
  const [, group = '0', letter = ''] = /^(\d+)([a-z]?)/.exec(number) ?? [];
  return firstPosition + Number(group) * 100 + (letter === '' ? 0 : letter.charCodeAt(0) - 96);
}
