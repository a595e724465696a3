import { describe, expect, it } from '@jest/globals';
import { textsIn } from '@atesto/frontend/report';
import { alertErrors, feedQueryOf, pointOf, readAlertValues, wishOf } from './read-alert.js';

const texts = textsIn('en');

describe('the form for alerts', () => {
  it('reads whatever came', () => {
    const values = readAlertValues({
      way: ' email ',
      category: ['water', 7, 'fire'],
      radius: '3',
      severity: 'odd',
      lat: {},
    });
    expect(values).toMatchObject({
      way: 'email',
      categories: ['water', 'fire'],
      radius: '10',
      severity: 'low',
      lat: '',
    });
    expect(readAlertValues({ category: 'water' }).categories).toEqual(['water']);
  });

  it('wants a way that is open, and a place unless all of the map is meant', () => {
    expect(alertErrors(readAlertValues({}), ['email'], texts)).toEqual({
      way: texts.alerts.wayMissing,
      place: texts.alerts.placeMissing,
    });
    expect(alertErrors(readAlertValues({ where: 'all', way: 'email' }), ['email'], texts)).toEqual({});
    expect(alertErrors(readAlertValues({ where: 'all', way: 'sms' }), ['email'], texts)).toEqual({
      way: texts.alerts.wayMissing,
    });
  });

  it('says the wish as the call does, and as a feed does', () => {
    const values = readAlertValues({
      way: 'email',
      email: 'ada@example.org',
      phone: '+1',
      place: 'The mill',
      lat: '1.5',
      lon: '2.5',
      radius: '5',
      category: 'water',
      severity: 'high',
    });
    const middle = pointOf(values);
    expect(wishOf(values, middle, 'de')).toEqual({
      way: 'email',
      address: 'ada@example.org',
      language: 'de',
      severity: 'high',
      categories: ['water'],
      circle: { lat: 1.5, lon: 2.5, radius: 5000 },
      place: 'The mill',
    });
    expect(feedQueryOf(values, middle, 'de')).toBe(
      'lat=1.5&lon=2.5&radius=5000&categories=water&severity=high&lang=de',
    );
    expect(feedQueryOf(readAlertValues({}), null, 'en')).toBe('lang=en');
  });
});
