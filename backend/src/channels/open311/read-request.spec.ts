import { describe, expect, it } from '@jest/globals';
import { fieldsOf, readRequest } from './read-request.js';

const read = (form: string, hasMedia = false) => readRequest(fieldsOf(new URLSearchParams(form)), hasMedia);

describe('a request', () => {
  it('is read with everything that the standard does not know', () => {
    const form =
      'api_key=xyz&jurisdiction_id=city.example.org&service_code=water&lat=12.50431&long=-44.25127&address_string=1234+5th+street' +
      '&email=ada%40example.org&device_id=tt222111&account_id=123456&first_name=Ada&last_name=Example&phone=%2B12025550101' +
      '&description=A+large+sinkhole%0Ain+the+street&media_url=http%3A%2F%2Fexample.org%2Fa.jpg&attribute[WHISPAWN]=123456' +
      '&attribute[COLOUR][]=red&attribute[COLOUR][]=blue&zipcode=';
    expect(read(form)).toEqual({
      serviceCode: 'water',
      text: 'A large sinkhole\nin the street',
      location: { lat: 12.50431, lon: -44.25127 },
      place: '1234 5th street',
      email: 'ada@example.org',
      phone: '+12025550101',
      name: 'Ada Example',
      deviceId: 'tt222111',
      accountId: '123456',
      rest: {
        media_url: 'http://example.org/a.jpg',
        'attribute[WHISPAWN]': '123456',
        'attribute[COLOUR][]': ['red', 'blue'],
      },
    });
  });

  it('may be words without a place, or a picture alone', () => {
    expect(read('service_code=water&description=Help')).toMatchObject({ text: 'Help', location: undefined });
    expect(read('service_code=water', true)).toMatchObject({ text: '' });
  });

  it.each([
    ['no service', 'description=Help', ['service_code was not provided.']],
    ['half a place', 'service_code=water&lat=12.5', [expect.stringContaining('lat and long')]],
    ['a place outside of the world', 'service_code=water&lat=91&long=0', [expect.stringContaining('lat and long')]],
    ['a place in words', 'service_code=water&lat=here&long=there', [expect.stringContaining('lat and long')]],
    ['nothing', '', [expect.any(String), expect.stringContaining('is needed')]],
  ])('with %s is refused', (_, form, descriptions) => {
    expect(read(form)).toEqual(descriptions.map((description) => ({ code: 400, description })));
  });
});
