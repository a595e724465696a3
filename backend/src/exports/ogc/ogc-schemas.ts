/** The schemas that the description of the API names: how each answer looks. Pure. */
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const whole = { type: 'integer', minimum: 0 };
const time = { type: 'string', format: 'date-time' };
const links = { type: 'array', items: { $ref: '#/components/schemas/link' } };

const pointOrNothing = {
  type: 'object',
  nullable: true,
  required: ['type', 'coordinates'],
  properties: {
    type: { type: 'string', enum: ['Point'] },
    coordinates: { type: 'array', minItems: 2, maxItems: 2, items: { type: 'number' } },
  },
};

const feature = {
  type: 'object',
  required: ['type', 'id', 'geometry', 'properties'],
  properties: {
    type: { type: 'string', enum: ['Feature'] },
    id: { type: 'string', format: 'uuid' },
    geometry: pointOrNothing,
    properties: {
      type: 'object',
      properties: {
        number: whole,
        title: text,
        description: text,
        category: { ...text, nullable: true },
        severity: text,
        status: text,
        place: { ...text, nullable: true },
        openedAt: time,
        updatedAt: time,
        confidence: text,
        reports: whole,
        confirmations: whole,
        reason: { ...text, nullable: true },
      },
    },
    links,
  },
};

const extent = {
  type: 'object',
  properties: {
    spatial: {
      type: 'object',
      properties: {
        bbox: {
          type: 'array',
          minItems: 1,
          items: { type: 'array', minItems: 4, maxItems: 6, items: { type: 'number' } },
        },
        crs: text,
      },
    },
    temporal: {
      type: 'object',
      properties: {
        interval: {
          type: 'array',
          minItems: 1,
          items: { type: 'array', minItems: 2, maxItems: 2, items: { ...time, nullable: true } },
        },
        trs: text,
      },
    },
  },
};

export const schemas = {
  link: {
    type: 'object',
    required: ['href', 'rel'],
    properties: { href: text, rel: text, type: text, title: text },
  },
  landingPage: {
    type: 'object',
    required: ['links'],
    properties: { title: text, description: text, links },
  },
  conformance: { type: 'object', required: ['conformsTo'], properties: { conformsTo: texts, links } },
  api: { type: 'object' },
  collection: {
    type: 'object',
    required: ['id', 'links'],
    properties: { id: text, title: text, description: text, extent, itemType: text, crs: texts, links },
  },
  collections: {
    type: 'object',
    required: ['links', 'collections'],
    properties: { links, collections: { type: 'array', items: { $ref: '#/components/schemas/collection' } } },
  },
  feature,
  featureCollection: {
    type: 'object',
    required: ['type', 'features'],
    properties: {
      type: { type: 'string', enum: ['FeatureCollection'] },
      features: { type: 'array', items: { $ref: '#/components/schemas/feature' } },
      links,
      timeStamp: time,
      numberMatched: whole,
      numberReturned: whole,
    },
  },
  problem: {
    type: 'object',
    required: ['type', 'title', 'status'],
    properties: {
      type: text,
      title: text,
      status: { type: 'integer' },
      detail: text,
      errors: { type: 'array', items: { type: 'object', properties: { pointer: text, detail: text } } },
    },
  },
};
