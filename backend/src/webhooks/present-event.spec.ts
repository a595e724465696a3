import { describe, expect, it } from '@jest/globals';
import type { WebhookEvent } from '@atesto/contract';
import { idOf, sampleDeployment, sampleIncident } from '../../../test/support/samples.js';
import { presentIncident, presentPublicIncident } from '../incidents/index.js';
import { asMayLeave, presentFor } from './present-event.js';

const deployment = sampleDeployment();
const incident = sampleIncident();
const event = (told: NonNullable<WebhookEvent['data']['incident']>): WebhookEvent => ({
  id: idOf(900),
  type: 'incident.changed',
  at: '2026-02-03T10:00:00.000Z',
  deployment: 'main',
  sequence: 7,
  data: { incident: told },
});
const full = event(presentIncident(incident, deployment));

describe('what leaves to a webhook', () => {
  it('is what the presenter of its audience lets through, without the names of people who work here', () => {
    expect(presentFor('public', incident, deployment)).toEqual(presentPublicIncident(incident, deployment));
    const assigned = sampleIncident({ assigned_to_user: idOf(300), assigned_user_name: 'Ada Example' });
    expect(presentFor('responders', assigned, deployment)).toMatchObject({ assignee: null, visibility: 'public' });
  });

  it('is the id only, of what was hidden, removed or merged meanwhile', () => {
    const withdrawn = { ...full, type: 'incident.withdrawn', data: { incident: { id: incident.id } } };
    expect(asMayLeave(full, 'public', sampleIncident({ visibility: 'internal' }), deployment, false)).toEqual(
      withdrawn,
    );
    for (const now of [null, sampleIncident({ merged_into: idOf(2) })]) {
      expect(asMayLeave(full, 'responders', now, deployment, false)).toEqual(withdrawn);
    }
    expect(asMayLeave(full, 'responders', sampleIncident({ visibility: 'internal' }), deployment, true)).toEqual(full);
  });

  it('is no more than the public may see, once the webhook has become a public one', () => {
    const told = asMayLeave(full, 'public', incident, deployment, false).data.incident;
    expect(Object.keys(told ?? {})).toEqual(Object.keys(presentPublicIncident(incident, deployment)));
    expect(told).toMatchObject({ location: presentPublicIncident(incident, deployment).location });
  });

  it('is to the public what it sees today, of what was written for responders or is told again', () => {
    const [before, now] = [sampleIncident({ title: 'Ada Example fell' }), sampleIncident({ title: 'Somebody fell' })];
    const [inside, outside] = [presentIncident(before, deployment), presentPublicIncident(before, deployment)];
    const toldOf = (told: typeof outside, isReplay: boolean) =>
      asMayLeave(event(told), 'public', now, deployment, isReplay).data.incident;
    expect(toldOf(inside, false)).toEqual(presentPublicIncident(now, deployment));
    expect(toldOf(outside, true)).toEqual(presentPublicIncident(now, deployment));
    expect(toldOf(outside, false)).toMatchObject({ title: 'Ada Example fell' });
  });
});
