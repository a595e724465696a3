/**
 * The form of a deployment as an XForm: the same questions for everyone, categories in all of its languages. The bytes
 * depend on nothing but the deployment, so that every process hands out the same ones. Pure.
 * Source: the public XForms specification of ODK.
 */
import { createHash } from 'node:crypto';
import type { Deployment } from '../../deployments/index.js';
import { xmlText } from '../../platform/index.js';
import { categoryLabel, formTextsIn, languageLabel, type FormTexts } from './form-texts.js';

export interface Form {
  id: string;
  version: string;
  name: string;
  xml: string;
  /** Of the bytes of `xml`, as lists of forms name it. */
  hash: string;
}

const longestText = 5_000;
/** As large as photos are kept; larger ones only cost the phone's airtime. */
const longestSide = 2560;

const namespaces = [
  'xmlns="http://www.w3.org/2002/xforms"',
  'xmlns:h="http://www.w3.org/1999/xhtml"',
  'xmlns:jr="http://openrosa.org/javarosa"',
  'xmlns:odk="http://www.opendatakit.org/xforms"',
  'xmlns:orx="http://openrosa.org/xforms"',
].join(' ');

/** Every question in order: what is bound, and how it is asked. */
const binds = [
  `<bind nodeset="/data/text" type="string" constraint="string-length(.) &lt;= ${longestText}"/>`,
  '<bind nodeset="/data/category" type="string"/>',
  '<bind nodeset="/data/place" type="string" constraint="string-length(.) &lt;= 200"/>',
  '<bind nodeset="/data/location" type="geopoint"/>',
  '<bind nodeset="/data/observed" type="dateTime"/>',
  `<bind nodeset="/data/photo1" type="binary" orx:max-pixels="${longestSide}"/>`,
  `<bind nodeset="/data/photo2" type="binary" relevant="/data/photo1 != ''" orx:max-pixels="${longestSide}"/>`,
  `<bind nodeset="/data/photo3" type="binary" relevant="/data/photo2 != ''" orx:max-pixels="${longestSide}"/>`,
  '<bind nodeset="/data/name" type="string"/>',
  '<bind nodeset="/data/phone" type="string"/>',
  '<bind nodeset="/data/meta/instanceID" type="string" readonly="true()" jr:preload="uid"/>',
  '<setvalue event="odk-instance-first-load" ref="/data/observed" value="now()"/>',
];
const fields = ['text', 'category', 'place', 'location', 'observed', 'photo1', 'photo2', 'photo3', 'name', 'phone'];

const label = (name: keyof FormTexts): string => `<label ref="jr:itext('${name}')"/>`;
const hint = (name: keyof FormTexts): string => `<hint ref="jr:itext('${name}')"/>`;
const photo = (number: number): string =>
  `<upload ref="/data/photo${number}" mediatype="image/*">${label(number === 1 ? 'photo' : 'anotherPhoto')}</upload>`;

function questions(categories: readonly { code: string }[]): string[] {
  const items = categories.map(
    ({ code }) => `<item><label ref="jr:itext('category ${xmlText(code)}')"/><value>${xmlText(code)}</value></item>`,
  );
  const choice = `<select1 ref="/data/category">${label('category')}${items.join('')}</select1>`;
  return [
    `<input ref="/data/text" appearance="multiline">${label('text')}${hint('textHint')}</input>`,
    ...(items.length > 0 ? [choice] : []),
    `<input ref="/data/place">${label('place')}${hint('placeHint')}</input>`,
    `<input ref="/data/location">${label('location')}${hint('locationHint')}</input>`,
    `<input ref="/data/observed">${label('observed')}</input>`,
    ...[1, 2, 3].map(photo),
    `<input ref="/data/name">${label('name')}${hint('contactHint')}</input>`,
    `<input ref="/data/phone">${label('phone')}${hint('contactHint')}</input>`,
  ];
}

function translation(deployment: Deployment, language: string, isFirst: boolean): string {
  const text = (id: string, words: string): string =>
    `<text id="${xmlText(id)}"><value>${xmlText(words)}</value></text>`;
  const words = Object.entries(formTextsIn(language)).map(([id, value]) => text(id, value as string));
  const names = offered(deployment).map(({ id, code }) =>
    text(`category ${code}`, categoryLabel(deployment, id, language)),
  );
  const lang = xmlText(languageLabel(language));
  const first = isFirst ? ' default="true()"' : '';
  return `<translation lang="${lang}"${first}>${[...words, ...names].join('')}</translation>`;
}

const offered = (deployment: Deployment) => deployment.categories.filter(({ archived }) => !archived);

function formXml(deployment: Deployment, id: string, version: string): string {
  const languages = deployment.languages.length > 0 ? deployment.languages : ['en'];
  const data = fields.map((field) => `<${field}/>`).join('');
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<h:html ${namespaces}>`,
    `<h:head><h:title>${xmlText(deployment.name)}</h:title>`,
    '<model odk:xforms-version="1.0.0">',
    `<itext>${languages.map((tag, index) => translation(deployment, tag, index === 0)).join('\n')}</itext>`,
    `<instance><data id="${xmlText(id)}" version="${version}">${data}<meta><instanceID/></meta></data></instance>`,
    ...binds,
    '</model></h:head>',
    '<h:body>',
    ...questions(offered(deployment)),
    '</h:body></h:html>',
    '',
  ].join('\n');
}

export const formIdOf = (deployment: Deployment): string => `atesto-${deployment.slug}`;

/** Another version whenever anything in it is another. */
export function makeForm(deployment: Deployment): Form {
  const id = formIdOf(deployment);
  const version = createHash('sha256')
    .update(formXml(deployment, id, ''))
    .digest('hex')
    .slice(0, 12);
  const xml = formXml(deployment, id, version);
  return { id, version, name: deployment.name, xml, hash: `md5:${createHash('md5').update(xml).digest('hex')}` };
}
