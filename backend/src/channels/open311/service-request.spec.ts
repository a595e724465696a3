import { describe, expect, it } from '@jest/globals';
import { presentPublicIncident } from '../../incidents/index.js';
import { moment, sampleDeployment, sampleIncident, sampleReport } from '../../../../test/support/samples.js';
import { requestOfIncident, requestOfPublished, requestOfReport } from './service-request.js';

const deployment = sampleDeployment();
const shown = (parts: Parameters<typeof sampleIncident>[0] = {}) =>
  requestOfIncident(presentPublicIncident(sampleIncident(parts), deployment), deployment, 'en');
const keys = [
  'service_request_id',
  'status',
  'status_notes',
  'service_name',
  'service_code',
  'description',
  'agency_responsible',
  'service_notice',
  'requested_datetime',
  'updated_datetime',
  'expected_datetime',
  'address',
  'address_id',
  'zipcode',
  'lat',
  'long',
  'media_url',
];

describe('what leaves of a published incident', () => {
  it('is what the public sees of it, under the names of the standard', () => {
    const request = shown();
    expect(Object.keys(request).sort()).toEqual([...keys].sort());
    expect(request).toMatchObject({
      service_request_id: sampleIncident().id,
      status: 'open',
      status_notes: 'A truck is on its way',
      service_name: 'well',
      service_code: 'well',
      description: 'Dry well\nSince the morning',
      requested_datetime: '2026-02-03T04:05:06Z',
      address: 'the market',
    });
    expect(request.lat).not.toBe(sampleIncident().lat);
    expect(request.lat).toBeCloseTo(1.5, 1);
  });

  it('is closed when it is over, and has words for that', () => {
    expect(shown({ status: 'resolved', public_reason: null })).toMatchObject({
      status: 'closed',
      status_notes: 'Over.',
    });
  });

  it('names the service for whoever was not sure where it has no category', () => {
    expect(shown({ category_id: null })).toMatchObject({ service_code: 'none', service_name: 'I am not sure' });
  });

  it('is found by the sender under the id of the report', () => {
    const report = sampleReport({ received_at: new Date('2026-02-01T00:00:00.5Z') });
    expect(requestOfPublished(report, shown())).toMatchObject({
      service_request_id: report.id,
      requested_datetime: '2026-02-01T00:00:00Z',
      description: 'Dry well\nSince the morning',
    });
  });
});

describe('what leaves of a report', () => {
  const changedAt = new Date(moment.getTime() + 60_000);

  it('is its state and its times, and not a word of it', () => {
    const request = requestOfReport(sampleReport(), { changedAt, isOver: false }, 'de');
    expect(Object.keys(request).sort()).toEqual([...keys].sort());
    expect(Object.entries(request).filter(([, value]) => value !== null)).toEqual([
      ['service_request_id', sampleReport().id],
      ['status', 'open'],
      ['status_notes', 'Angekommen, noch nicht angesehen.'],
      ['requested_datetime', '2026-02-03T04:05:06Z'],
      ['updated_datetime', '2026-02-03T04:06:06Z'],
    ]);
  });

  it('is closed when it was rejected, or what it belongs to is over', () => {
    const rejected = requestOfReport(sampleReport({ status: 'rejected' }), { changedAt, isOver: false }, 'en');
    const over = requestOfReport(sampleReport({ status: 'verified' }), { changedAt, isOver: true }, 'en');
    expect([rejected.status, over.status]).toEqual(['closed', 'closed']);
  });
});
