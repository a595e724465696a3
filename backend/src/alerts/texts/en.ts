/** The words of alerts in this language: en. */
import type { AlertNews, Severity } from '@atesto/contract';

export const en = {
  news: {
    public: 'New',
    high: 'Now serious',
    critical: 'Now critical',
    resolved: 'Over',
  } satisfies Record<AlertNews, string>,
  severities: { low: 'minor', normal: 'normal', high: 'serious', critical: 'critical' } satisfies Record<
    Severity,
    string
  >,
  /** Between the facts of a line. */
  comma: ', ',
  noCategory: 'no category',
  many: '{count} incidents',
  more: 'and {count} more',
  why: 'You get this because you asked for it at this address.',
  stop: 'Stop',
  fromResponders: 'Sent by the responders. All their messages:',
  question: '{deployment}: please confirm your alerts',
  asked: 'Somebody, you perhaps, asked to be told by {deployment} at this address of:',
  press: 'To get them, open this page and press the button there:',
  ignore: 'If you did not ask for it, do nothing: your address is erased within 48 hours.',
  code: '{deployment}: your code for alerts is {code}. If you did not ask for it, do nothing.',
  around: 'Within {distance} around {place}',
  everywhere: 'All of {deployment}',
  drawn: 'The area that you drew',
  allCategories: 'All categories',
  atLeast: 'At least: {severity}',
  feed: '{deployment}: alerts',
};

export type AlertTexts = typeof en;
