import { describe, expect, it } from '@jest/globals';
import { isFailureReport, whyAutomatic, type MailHeaders } from './automatic-mail.js';

const headersWith = (fields: Record<string, string>): MailHeaders => ({
  all: (name) => (fields[name] === undefined ? [] : [fields[name]]),
});
const own = 'report@map.example.org';

describe('a mail that no person wrote', () => {
  it.each([
    [{ 'auto-submitted': 'auto-replied' }],
    [{ 'auto-submitted': 'auto-generated (vacation)' }],
    [{ precedence: 'bulk' }],
    [{ precedence: 'List' }],
    [{ precedence: 'junk' }],
    [{ 'list-id': 'Neighbours <neighbours.example.org>' }],
    [{ 'return-path': '<>' }],
    [{ 'return-path': '< >' }],
    [{ 'content-type': 'multipart/report; report-type=delivery-status; boundary=x' }],
    [{ 'x-autoreply': 'yes' }],
  ])('is told by %j', (fields) => {
    expect(whyAutomatic(headersWith(fields), 'someone@example.org', own)).not.toBeNull();
  });

  it.each(['MAILER-DAEMON@mx.example.org', 'postmaster@example.org', 'Report@Map.example.org'])(
    'is told by its sender %s',
    (from) => {
      expect(whyAutomatic(headersWith({}), from, own)).not.toBeNull();
    },
  );
});

it('a person’s mail is none of these', () => {
  const fields = { 'auto-submitted': 'no', precedence: 'first-class', 'return-path': '<someone@example.org>' };
  expect(whyAutomatic(headersWith(fields), 'someone@example.org', own)).toBeNull();
  expect(whyAutomatic(headersWith({}), 'list@example.org', own)).toBeNull();
});

it('a report tells a failure from a delay', () => {
  const headers = headersWith({ 'content-type': 'multipart/report; report-type=delivery-status' });
  expect(isFailureReport(headers, 'Final-Recipient: rfc822; x\r\nAction: failed\r\nStatus: 5.1.1')).toBe(true);
  expect(isFailureReport(headers, 'Action: delayed\r\n')).toBe(false);
  expect(isFailureReport(headersWith({}), 'Action: failed\r\n')).toBe(false);
});
