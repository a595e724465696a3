/** Label and value pairs in two aligned columns. */
import type { Location } from '@atesto/contract';
import type { ComponentChildren, JSX } from 'preact';
import { fill } from '../texts/forms.js';
import { useConsole, useWords } from './console-context.js';
import { Icon } from './icon.js';

export const Facts = ({ children }: { children: ComponentChildren }): JSX.Element => <dl class="facts">{children}</dl>;

export const Fact = ({ label, children }: { label: string; children: ComponentChildren }): JSX.Element => (
  <div class="fact">
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
);

export const PlaceFact = ({ place, location }: { place: string | null; location: Location | null }): JSX.Element => {
  const { t, format } = useWords();
  const { store } = useConsole().context;
  const accuracy = location?.accuracy;
  return (
    <Fact label={t.detail.place}>
      {place && (
        <span class="place-words" dir="auto">
          {place}
        </span>
      )}
      {location ? (
        <span class="place-spot">
          <button
            type="button"
            class="link"
            title={t.detail.onMap}
            onClick={() => store.dispatch({ type: 'map.centred' })}
          >
            <Icon name="pin" size={14} />
            {location.lat.toFixed(5)}, {location.lon.toFixed(5)}
          </button>
          {accuracy !== undefined && (
            <span class="muted"> {fill(t.detail.accuracy, { metres: format.number(Math.round(accuracy)) })}</span>
          )}
        </span>
      ) : (
        !place && <span class="muted">{t.detail.noPlace}</span>
      )}
    </Fact>
  );
};
