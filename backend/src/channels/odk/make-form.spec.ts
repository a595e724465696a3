import { createHash } from 'node:crypto';
import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from '@jest/globals';
import { Deployment } from '../../deployments/index.js';
import { categories, categoryNode, policy, sampleDeployment } from '../../../../test/support/samples.js';
import { makeForm } from './make-form.js';

const area = { west: -10, south: -10, east: 10, north: 10 };
const inLanguages = (languages: string[], nodes = categories): Deployment =>
  new Deployment('an id', 'flood', 'Flood & <storm>', area, languages, policy, 1, nodes);

describe('the form of a deployment', () => {
  it('is well-formed, however its names are written', () => {
    const nodes = [categoryNode(1, 'water', { names: { en: '"Water" & <mud>' } })];
    const { xml, hash } = makeForm(inLanguages(['en', 'ht'], nodes));
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(xml).toContain('<value>&quot;Water&quot; &amp; &lt;mud&gt;</value>');
    expect(hash).toBe(`md5:${createHash('md5').update(Buffer.from(xml)).digest('hex')}`);
  });

  it('is the same until something in it changes, then it has another version', () => {
    const form = makeForm(sampleDeployment());
    expect(makeForm(sampleDeployment())).toEqual(form);
    const renamed = categories.map((node) => (node.code === 'well' ? { ...node, names: { en: 'Wells' } } : node));
    const changed = makeForm(sampleDeployment({}, renamed));
    expect(changed.id).toBe(form.id);
    expect(changed.version).not.toBe(form.version);
    expect(form.xml).toContain(`<data id="atesto-exercise" version="${form.version}">`);
  });

  it('asks in every language of the deployment, the first one first, in English where there is no other', () => {
    const { xml } = makeForm(inLanguages(['de', 'fr', 'tlh']));
    expect(
      [...xml.matchAll(/<translation lang="([^"]*)"( default)?/g)].map(([, lang, first]) => [lang, !!first]),
    ).toEqual([
      ['Deutsch (de)', true],
      ['français (fr)', false],
      [expect.stringMatching(/\(tlh\)$/), false],
    ]);
    expect(xml).toContain('Was sehen Sie?');
    expect(xml).toContain('Que voyez-vous ?');
    expect(xml).toContain('What do you see?');
  });

  it('offers what stands below something under its name, and nothing that is archived', () => {
    const { xml } = makeForm(sampleDeployment());
    expect(xml).toContain('<value>water › pipe › valve</value>');
    expect(xml).not.toContain('former');
  });

  it('does not ask what it is about where there are no categories', () => {
    expect(makeForm(sampleDeployment({}, [])).xml).not.toContain('<select1');
  });
});
