/** Every route that Nest serves, with the rule that guards it: for the description of the API and for tests. */
import { RequestMethod, type INestApplication } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { ACCESS_RULE, type AccessRule } from './platform/index.js';

export interface Route {
  /** In upper case. */
  method: string;
  /** With a slash in front, parameters as `:name`. */
  path: string;
  rule: AccessRule | null;
}

type Handler = (...args: unknown[]) => unknown;

const pathsOf = (target: object): string[] => {
  const value = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return value === undefined ? [''] : [value].flat();
};

const joined = (...parts: string[]): string =>
  `/${parts
    .map((part) => part.replaceAll(/^\/+|\/+$/g, ''))
    .filter((part) => part !== '')
    .join('/')}`;

function routesOfController(controller: { prototype: object }): Route[] {
  const { prototype } = controller;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = (prototype as Record<string, unknown>)[name] as Handler;
    const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
    if (method === undefined) return [];
    const rule = (Reflect.getMetadata(ACCESS_RULE, handler) ?? Reflect.getMetadata(ACCESS_RULE, controller)) as
      AccessRule | undefined;
    return pathsOf(controller).flatMap((above) =>
      pathsOf(handler).map((own) => ({
        method: RequestMethod[method] ?? '',
        path: joined(above, own),
        rule: rule ?? null,
      })),
    );
  });
}

export function routesOf(app: INestApplication): Route[] {
  const modules = [...app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => routesOfController(metatype as unknown as { prototype: object }));
}
