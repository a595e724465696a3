/**
 * The place of a report: words, which need no script, and what the script needs to add the rest: the phone's position,
 * a map, suggestions. The point travels in hidden fields.
 */
import type { VNode } from 'preact';
import type { DeploymentView } from '@atesto/contract';
import { textsIn } from '../texts/index.js';
import type { PlaceSettings } from '../places/place-settings.js';

export interface PlaceFieldsProps {
  language: string;
  deployment: Pick<DeploymentView, 'slug' | 'area'>;
  values: { place: string; lat: string; lon: string; accuracy: string };
  error: string | undefined;
  /** Most characters that fit. */
  limit: number;
  /** Where it is not about a report. */
  words?: { label: string; hint: string };
}

/** Read by `places/place-settings.ts`. */
function settingsOf({ language, deployment }: PlaceFieldsProps): string {
  const { label: _, hint: __, ...texts } = textsIn(language).place;
  return JSON.stringify({
    deployment: deployment.slug,
    area: deployment.area,
    language,
    texts,
  } satisfies PlaceSettings);
}

export function PlaceFields(props: PlaceFieldsProps): VNode {
  const { language, values, error, limit } = props;
  const texts = props.words ?? textsIn(language).place;
  return (
    <div class="place" data-place={settingsOf(props)}>
      <div class={error === undefined ? 'field' : 'field wrong'}>
        <label for="place">{texts.label}</label>
        <p class="hint" id="place-hint">
          {texts.hint}
        </p>
        <input
          id="place"
          name="place"
          value={values.place}
          maxLength={limit}
          dir="auto"
          aria-describedby={error === undefined ? 'place-hint' : 'place-hint place-error'}
          aria-invalid={error !== undefined}
        />
        {error === undefined ? null : (
          <p class="error" id="place-error">
            {error}
          </p>
        )}
      </div>
      <input type="hidden" name="lat" value={values.lat} />
      <input type="hidden" name="lon" value={values.lon} />
      <input type="hidden" name="accuracy" value={values.accuracy} />
    </div>
  );
}
