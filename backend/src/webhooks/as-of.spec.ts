import { describe, expect, it } from '@jest/globals';
import { idOf, sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { asOf } from './as-of.js';
import type { Step } from './webhooks.queries.js';

const deployment = sampleDeployment();
const step = (seq: number, before: object | null): Step => ({
  subject_id: idOf(1),
  seq: String(seq),
  kind: 'incident.changed',
  data: before === null ? {} : { before },
});

describe('an incident as it was', () => {
  it('is what it is now, where nothing came after', () => {
    expect(asOf(sampleIncident(), [], deployment)).toEqual(sampleIncident());
  });

  it('has of every field what the earliest later change found there', () => {
    const now = sampleIncident({ title: 'Third', severity: 'critical' });
    const later = [step(9, { title: 'Second' }), step(8, null), step(7, { title: 'First', severity: 'low' })];
    expect(asOf(now, later, deployment)).toEqual({ ...now, title: 'First', severity: 'low' });
  });

  it('knows places, categories and a second person by the words of the API', () => {
    const now = sampleIncident({ seconded_by: idOf(300) });
    const [code] = deployment.categories.map((category) => category.code);
    const was = asOf(now, [step(9, { location: null, category: code, seconded: false })], deployment);
    expect(was).toMatchObject({ lat: null, lon: null, accuracy_metres: null, seconded_by: null });
    expect(was.category_id).toBe(deployment.categories[0]?.id);
    expect(asOf(now, [step(9, { category: null })], deployment).category_id).toBeNull();
  });

  it('does not give the reason that was said later', () => {
    const now = sampleIncident({ status: 'resolved', public_reason: 'Done' });
    expect(asOf(now, [step(9, { status: 'open' })], deployment)).toMatchObject({ status: 'open', public_reason: null });
  });
});
