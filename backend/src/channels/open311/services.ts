/** The categories as services, and where the endpoint is described. Pure. */
import type { CategoryNode, Deployment } from '../../deployments/index.js';
import type { OpenGateway } from '../../gateways/index.js';
import { textsIn } from './texts.js';
import type { Value } from './write-answer.js';

/** Every request names a service; this one is for whoever cannot tell. */
export const unsureCode = 'none';

export function nameOf(deployment: Deployment, { names, code }: CategoryNode, language: string): string {
  const [first = 'en'] = deployment.languages;
  return names[language] ?? names[first] ?? names['en'] ?? Object.values(names)[0] ?? code;
}

export function servicesOf(deployment: Deployment, language: string): Value[] {
  const offered = deployment.categories.filter(({ archived }) => !archived);
  const services = offered.map((node) => {
    const above = deployment.categoryById(node.parentId);
    const words = [...Object.values(node.names), ...Object.values(above?.names ?? {})];
    return {
      service_code: node.code,
      service_name: nameOf(deployment, node, language),
      description: null,
      metadata: false,
      type: 'realtime',
      // A comma parts keywords.
      keywords: [...new Set(words.map((word) => word.replaceAll(',', ' ').trim()))].join(','),
      group: above === null ? null : nameOf(deployment, above, language),
    };
  });
  const { unsure } = textsIn(language);
  const none = { service_code: unsureCode, service_name: unsure, description: null, metadata: false, type: 'realtime' };
  return deployment.category(unsureCode) === null ? [...services, { ...none, keywords: null, group: null }] : services;
}

export const isService = (deployment: Deployment, code: string): boolean =>
  code === unsureCode || deployment.category(code) !== null;

/** No service asks for more than the standard's own fields. */
export const definitionOf = (code: string): Value => ({ service_code: code, attributes: [] });

export function discoveryOf({ deployment, settings }: OpenGateway, url: string): Value {
  const contact = typeof settings['contact'] === 'string' ? settings['contact'] : deployment.name;
  const hasKey = typeof settings['apiKey'] === 'string';
  // Grows with every change of the deployment; digits of one length can be sorted.
  const changeset = String(deployment.version).padStart(10, '0');
  return {
    changeset,
    contact,
    key_service: hasKey ? contact : 'No key is needed.',
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url,
        changeset,
        type: 'production',
        formats: ['text/xml', 'application/json'],
      },
    ],
  };
}
