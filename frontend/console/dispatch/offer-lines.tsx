/** What an offer of help says: the same wherever it is shown. */
import type { OfferView } from '@atesto/contract';
import type { ComponentChildren, JSX } from 'preact';
import { useWords } from '../pieces/console-context.js';
import { Ago } from '../pieces/marks.js';
import { fill } from '../texts/forms.js';

export const useOfferName = (): ((offer: Pick<OfferView, 'what' | 'kind'>) => string) => {
  const { t } = useWords();
  return ({ what, kind }) => what || t.dispatch.kind[kind];
};

export const OfferLines = ({ offer, mark }: { offer: OfferView; mark?: ComponentChildren }): JSX.Element => {
  const { t, format } = useWords();
  const words = t.dispatch;
  const { what, kind, left, unit, organisation, at, place, location } = offer;
  const spot = location === null ? '' : `${location.lat.toFixed(5)}, ${location.lon.toFixed(5)}`;
  return (
    <>
      <p class="need-head">
        {mark}
        <strong dir="auto">{useOfferName()(offer)}</strong>
        <span>{fill(words.offerLeft, { count: format.number(left), unit }).trim()}</span>
        {what && <span class="muted">{words.kind[kind]}</span>}
        <span class="muted">{organisation?.name ?? words.offerCitizen}</span>
        <span class="muted">
          <Ago at={at} />
        </span>
      </p>
      {(place ?? spot) && <p dir="auto">{place ?? spot}</p>}
    </>
  );
};
