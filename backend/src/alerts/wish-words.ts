/**
 * What somebody asked to be told of, said back. It goes to an address that anybody may have typed: no words of theirs are
 * in it, only numbers and names of the deployment. Pure.
 */
import type { Deployment } from '../deployments/index.js';
import type { AlertSubscriptionRow } from './alerts.entities.js';
import { categoryName } from './compose-alert.js';
import { alertTextsIn, filled } from './texts/index.js';

type Wish = Pick<AlertSubscriptionRow, 'lat' | 'lon' | 'radius_metres' | 'ring' | 'categories' | 'severity'>;

const kilometres = (metres: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'unit', unit: 'kilometer', maximumFractionDigits: 1 }).format(metres / 1000);

function areaInWords({ lat, lon, radius_metres: radius, ring }: Wish, name: string, language: string): string {
  const texts = alertTextsIn(language);
  if (lat !== null && lon !== null && radius !== null) {
    return filled(texts.around, {
      distance: kilometres(radius, language),
      place: `${lat.toFixed(2)}, ${lon.toFixed(2)}`,
    });
  }
  return ring === null ? filled(texts.everywhere, { deployment: name }) : texts.drawn;
}

export function wishInWords(deployment: Deployment, wish: Wish, language: string): string {
  const texts = alertTextsIn(language);
  const names = wish.categories.map((code) => categoryName(deployment, code, language) ?? code);
  const least = wish.severity === 'low' ? [] : [filled(texts.atLeast, { severity: texts.severities[wish.severity] })];
  return [
    areaInWords(wish, deployment.name, language),
    names.length === 0 ? texts.allCategories : names.join(texts.comma),
    ...least,
  ].join('\n');
}
