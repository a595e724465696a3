import { describe, expect, it } from '@jest/globals';
import { idOf, sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { isPublic, presentIncident, presentPublicIncident } from './incidents.presenter.js';

const deployment = sampleDeployment();
const publicKeys = [
  'id',
  'number',
  'title',
  'description',
  'category',
  'severity',
  'status',
  'location',
  'place',
  'openedAt',
  'updatedAt',
  'confidence',
  'reports',
  'confirmations',
  'reason',
];

describe('what the public sees of an incident', () => {
  it('are exactly these keys', () => {
    expect(Object.keys(presentPublicIncident(sampleIncident(), deployment)).sort()).toEqual([...publicKeys].sort());
  });

  it('says where it came from only where that is public, too', () => {
    const own = {
      installation: 'https://made-up.example.org',
      deployment: 'coast',
      deploymentName: 'Coast',
      number: 7,
    };
    const url = 'https://made-up.example.org/map/coast/incidents/7';
    const of = (origin: typeof own & { url: string | null }) => sampleIncident({ origin });
    expect(presentPublicIncident(of({ ...own, url }), deployment).origin).toEqual({ ...own, url });
    expect(presentPublicIncident(of({ ...own, url: null }), deployment)).not.toHaveProperty('origin');
    expect(presentIncident(of({ ...own, url: null }), deployment).origin).toEqual({ ...own, url: null });
  });

  it('has a blurred place, without accuracy', () => {
    const { location } = presentPublicIncident(sampleIncident(), deployment);
    expect(Object.keys(location ?? {})).toEqual(['lat', 'lon']);
    expect(location).not.toEqual({ lat: 1.50001, lon: 2.50001 });
    expect(Math.abs((location?.lat ?? 0) - 1.5)).toBeLessThan(0.01);
  });

  it('is nothing when it is internal, merged away, or of a sensitive category or below one', () => {
    expect(isPublic(sampleIncident(), deployment)).toBe(true);
    expect(isPublic(sampleIncident({ category_id: null }), deployment)).toBe(true);
    expect(isPublic(sampleIncident({ visibility: 'internal' }), deployment)).toBe(false);
    expect(isPublic(sampleIncident({ merged_into: idOf(201) }), deployment)).toBe(false);
    expect(isPublic(sampleIncident({ category_id: idOf(5) }), deployment)).toBe(false);
    expect(isPublic(sampleIncident({ category_id: idOf(6) }), deployment)).toBe(false);
  });

  it('is nothing before a second person confirmed it, where the deployment demands four eyes', () => {
    const careful = sampleDeployment({ fourEyes: true });
    expect(isPublic(sampleIncident(), careful)).toBe(false);
    expect(presentIncident(sampleIncident(), careful).waitsForSecond).toBe(true);
    expect(isPublic(sampleIncident({ seconded_by: idOf(300) }), careful)).toBe(true);
  });
});

describe('what responders see of an incident', () => {
  it('are these keys and the exact place', () => {
    const shown = presentIncident(sampleIncident(), deployment);
    expect(Object.keys(shown).sort()).toEqual(
      [...publicKeys, 'visibility', 'waitsForSecond', 'outcome', 'version', 'assignee', 'mergedInto'].sort(),
    );
    expect(shown.location).toEqual({ lat: 1.50001, lon: 2.50001, accuracy: 20 });
  });
});
