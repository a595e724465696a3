import { describe, expect, it } from '@jest/globals';
import { refused, written, xmlOf } from './write-answer.js';

describe('an answer', () => {
  it('is XML with the names of the standard, or the JSON that follows from it', () => {
    const content = [{ service_code: 'a&b', metadata: false, keywords: null, group: '' }];
    expect(written('xml', 'services', content)).toMatchObject({
      status: 200,
      type: 'text/xml; charset=utf-8',
      body: '<?xml version="1.0" encoding="utf-8"?>\n<services><service><service_code>a&amp;b</service_code><metadata>false</metadata><keywords/><group/></service></services>',
    });
    expect(written('json', 'services', content)).toMatchObject({
      type: 'application/json; charset=utf-8',
      body: '[{"service_code":"a&b","metadata":false,"keywords":null,"group":""}]',
    });
  });

  it('holds lists within lists, and empty ones', () => {
    expect(xmlOf('discovery', { endpoints: [{ formats: ['text/xml'] }] })).toContain(
      '<discovery><endpoints><endpoint><formats><format>text/xml</format></formats></endpoint></endpoints></discovery>',
    );
    expect(xmlOf('service_requests', [])).toContain('<service_requests></service_requests>');
  });

  it('that refuses lists every fault', () => {
    const faults = [
      { code: 404, description: 'No such service.' },
      { code: 400, description: 'No place.' },
    ] as const;
    expect(refused('xml', faults)).toMatchObject({
      status: 404,
      body: expect.stringMatching(
        /<errors><error><code>404<\/code><description>No such service\.<\/description><\/error><error><code>400<\/code>/,
      ),
    });
    expect(JSON.parse(refused('json', faults).body ?? '')).toEqual(faults);
  });
});
