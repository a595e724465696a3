import { beforeEach, afterEach, describe, expect, it, jest } from '@jest/globals';
import { findPosition, type Position } from './find-position.js';

/** A phone that says what it is told to. */
class Phone {
  private success: PositionCallback = () => undefined;
  private failure: PositionErrorCallback = () => undefined;
  watches = 0;

  readonly geolocation = {
    watchPosition: (success: PositionCallback, failure: PositionErrorCallback) => {
      [this.success, this.failure] = [success, failure];
      return (this.watches += 1);
    },
    clearWatch: () => (this.watches -= 1),
  } as unknown as Geolocation;

  say(accuracy: number): void {
    this.success({ coords: { latitude: 1, longitude: 2, accuracy } } as GeolocationPosition);
  }

  refuse(): void {
    this.failure({ code: 1 } as GeolocationPositionError);
  }
}

describe('the search for the phone’s position', () => {
  let phone: Phone;
  let heard: [Position['accuracy'], boolean][];
  let failures: number;
  const search = () =>
    findPosition(phone.geolocation, {
      found: ({ accuracy }, isLast) => heard.push([accuracy, isLast]),
      failed: () => (failures += 1),
    });

  beforeEach(() => {
    jest.useFakeTimers();
    [phone, heard, failures] = [new Phone(), [], 0];
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('goes on while it gets better, and ends when it is good enough', () => {
    search();
    for (const accuracy of [800, 900, 60, 25, 10]) phone.say(accuracy);
    expect(heard).toEqual([
      [800, false],
      [60, false],
      [25, true],
    ]);
    expect(phone.watches).toBe(0);
  });

  it('keeps the best after 20 seconds, counted from the first', () => {
    search();
    jest.advanceTimersByTime(30_000);
    phone.say(300);
    jest.advanceTimersByTime(19_000);
    phone.say(200);
    jest.advanceTimersByTime(1_000);
    expect(heard.pop()).toEqual([200, true]);
    expect(phone.watches).toBe(0);
  });

  it('fails when it is not allowed, or when nothing comes', () => {
    search();
    phone.refuse();
    search();
    jest.advanceTimersByTime(60_000);
    expect([failures, heard, phone.watches]).toEqual([2, [], 0]);
  });

  it('keeps what it has when the phone gives up', () => {
    search();
    phone.say(300);
    phone.refuse();
    expect([heard.pop(), failures]).toEqual([[300, true], 0]);
  });

  it('says nothing once it was stopped', () => {
    search().stop();
    phone.say(10);
    jest.advanceTimersByTime(60_000);
    expect([heard, failures, phone.watches]).toEqual([[], 0, 0]);
  });
});
