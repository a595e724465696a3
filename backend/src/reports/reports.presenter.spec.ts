import { describe, expect, it } from '@jest/globals';
import { idOf, moment, sampleDeployment, sampleReport } from '../../../test/support/samples.js';
import { presentReport, presentReportDetail } from './reports.presenter.js';

const deployment = sampleDeployment();

const viewKeys = [
  'id',
  'channel',
  'status',
  'priority',
  'version',
  'text',
  'category',
  'location',
  'place',
  'language',
  'observedAt',
  'receivedAt',
  'claim',
  'assignee',
  'incident',
  'rejection',
  'media',
  'mediaExpected',
  'quarantined',
  'contactable',
];

/** As a join that went wrong might bring them along. */
const tooMuch = { sealed: 'x', address_name: 'x', phone: '+00 555', email: 'a@example.org', reporter: { name: 'x' } };

describe('what leaves of a report', () => {
  it('are exactly these keys, and never the reporter', () => {
    const shown = presentReport({ ...sampleReport(), ...tooMuch }, deployment, moment);
    expect(Object.keys(shown).sort()).toEqual([...viewKeys].sort());
    expect(JSON.stringify(shown)).not.toMatch(/555|example\.org/);
  });

  it('are these keys in detail, of its files and of its messages', () => {
    const medium = {
      id: idOf(1),
      report_id: idOf(100),
      digest: 'd',
      type: 'image/jpeg',
      width: 3,
      height: 2,
      bytes: 5,
      transcript: null,
    };
    const message = {
      id: idOf(2),
      direction: 'out' as const,
      text: `Where? https://example.org/follow/${'a'.repeat(63)}`,
      at: moment,
    };
    const shown = presentReportDetail({ ...sampleReport(), ...tooMuch }, deployment, moment, {
      media: [{ ...medium, lat: 1, lon: 2 }],
      messages: [
        {
          ...message,
          author_id: idOf(50),
          author_name: 'R. Example',
          delivery: 'failed',
          delivery_detail: 'The number is not in use.',
          delivery_at: moment,
        },
      ],
    });
    expect(Object.keys(shown).sort()).toEqual([...viewKeys, 'answers', 'files', 'messages'].sort());
    expect(shown.files).toEqual([
      {
        id: idOf(1),
        type: 'image/jpeg',
        width: 3,
        height: 2,
        url: `/api/v1/deployments/exercise/media/${idOf(1)}`,
        thumbnailUrl: `/api/v1/deployments/exercise/media/${idOf(1)}/thumbnail`,
        location: { lat: 1, lon: 2 },
        transcript: null,
      },
    ]);
    expect(shown.messages).toEqual([
      {
        id: idOf(2),
        direction: 'out',
        text: 'Where? https://example.org/follow/…',
        at: moment.toISOString(),
        by: { id: idOf(50), name: 'R. Example' },
        delivery: { state: 'failed', detail: 'The number is not in use.', at: moment.toISOString() },
      },
    ]);
  });

  it('says who works on it only while the claim holds', () => {
    const claimed = { claimed_by: idOf(50), claimer_name: 'R. Example', claimed_until: new Date(moment.getTime() + 1) };
    expect(presentReport(sampleReport(claimed), deployment, moment).claim).toEqual({
      by: { id: idOf(50), name: 'R. Example' },
      until: '2026-02-03T04:05:06.790Z',
    });
    expect(presentReport(sampleReport({ ...claimed, claimed_until: moment }), deployment, moment).claim).toBeNull();
  });

  it('has no place when none is known, and one at zero degrees', () => {
    expect(presentReport(sampleReport({ lat: null, lon: null }), deployment, moment).location).toBeNull();
    const atZero = sampleReport({ lat: 0, lon: 0, accuracy_metres: null });
    expect(presentReport(atZero, deployment, moment).location).toEqual({ lat: 0, lon: 0 });
  });

  it('names its category, its incident and its rejection', () => {
    const report = sampleReport({ incident_id: idOf(200), incident_number: 7, incident_title: 'Dry well' });
    const shown = presentReport({ ...report, rejection_reason: 'spam', rejection_note: 'n' }, deployment, moment);
    expect(shown).toMatchObject({
      category: 'well',
      incident: { id: idOf(200), number: 7, title: 'Dry well' },
      rejection: { reason: 'spam', note: 'n' },
    });
  });
});
