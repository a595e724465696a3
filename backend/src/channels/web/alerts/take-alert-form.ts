/** What the form for alerts asked for, done: the place found by its name, and the wish kept or said as a feed. */
import { Injectable } from '@nestjs/common';
import { nearOf, readPlace, textsIn, type AlertErrors, type AlertValues, type ShownWay } from '@atesto/frontend/report';
import { SubscribeToAlerts } from '@atesto/contract';
import { AlertWays, FindPlace, SubscribeToAlerts as Subscribing } from '../../../alerts/index.js';
import type { Deployment } from '../../../deployments/index.js';
import { validated } from '../../../platform/index.js';
import { alertErrors, feedQueryOf, pointOf, wishOf, type MiddleOf } from './read-alert.js';

/** Where the browser goes next, or what needs another look. */
export type Taken = { next: string } | { errors: AlertErrors };

@Injectable()
export class TakeAlertForm {
  constructor(
    private readonly ways: AlertWays,
    private readonly places: FindPlace,
    private readonly subscribing: Subscribing,
  ) {}

  async waysOf(deployment: Deployment): Promise<ShownWay[]> {
    return deployment.isExercise ? [] : [...(await this.ways.open(deployment)), 'atom'];
  }

  /** @throws Problem as the call does */
  async take(deployment: Deployment, values: AlertValues, language: string): Promise<Taken> {
    const texts = textsIn(language);
    const errors = alertErrors(values, await this.waysOf(deployment), texts);
    if (Object.keys(errors).length > 0) return { errors };
    const middle = values.where === 'all' ? null : await this.middleOf(deployment, values, language);
    if (middle === null && values.where !== 'all') return { errors: { place: texts.alerts.placeUnknown } };
    const page = `/alerts/${deployment.slug}`;
    if (values.way === 'atom') return { next: `${page}/feed?${feedQueryOf(values, middle, language)}` };
    const wish = validated(SubscribeToAlerts, wishOf(values, middle, language));
    // Whatever fills in what nobody sees is told the same as everybody.
    if (values.website !== '') return { next: `${page}/sent` };
    const { next } = await this.subscribing.subscribe(deployment, wish);
    if (next === null) return { next: `${page}/sent` };
    return { next: values.way === 'push' ? `${next}?new=1` : next };
  }

  private async middleOf(deployment: Deployment, values: AlertValues, language: string): Promise<MiddleOf | null> {
    const given = pointOf(values);
    if (given !== null) return given;
    const read = readPlace(values.place, nearOf(deployment.area), language);
    if (read !== null) return { lat: read.lat, lon: read.lon };
    const numbers = twoNumbers(values.place);
    if (numbers !== null) return numbers;
    return this.places.named(deployment, values.place.slice(0, 100));
  }
}

/** Latitude and longitude, however few their decimals: in this field nothing else is two numbers. */
function twoNumbers(text: string): { lat: number; lon: number } | null {
  const [, lat, lon] = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/.exec(text) ?? [];
  if (lat === undefined || lon === undefined) return null;
  const point = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(point.lat) <= 90 && Math.abs(point.lon) <= 180 ? point : null;
}
