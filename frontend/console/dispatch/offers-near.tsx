/** Help that was offered near an incident, beside the need that it fits; one press makes a task of it. */
import type { MatchOffer, NeedView, OfferMatch } from '@atesto/contract';
import type { JSX } from 'preact';
import type { Problem } from '../../shared/problem.js';
import { distanceWords } from '../incident/distance.js';
import { useSelect, useWords } from '../pieces/console-context.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { usePart } from '../pieces/use-part.js';
import { fill } from '../texts/forms.js';
import { OfferLines, useOfferName } from './offer-lines.js';
import { ShowContact } from './show-contact.js';
import { isOfOffers } from './use-offers.js';

interface OffersNearProps {
  incident: string;
  needs: readonly NeedView[];
  /** Null for whoever may only look. */
  onMatch: ((match: MatchOffer) => Promise<Problem | null>) | null;
}

const Offer = ({ match, onMatch }: { match: OfferMatch; onMatch: OffersNearProps['onMatch'] }): JSX.Element => {
  const { t, format, language } = useWords();
  const words = t.dispatch;
  const busy = useSelect((state) => state.busy !== null);
  const own = useSelect((state) => state.session.view?.user.organisation?.id ?? null);
  const { offer, distanceMetres, score, reasons } = match;
  const what = useOfferName()(offer);
  const why = reasons.map((reason) =>
    reason === 'near'
      ? fill(words.offerReason.near, { distance: distanceWords(distanceMetres ?? 0, language) })
      : words.offerReason[reason],
  );
  const press = (): void => {
    const note = fill(words.offerNote, { what });
    void onMatch?.({ need: match.need, offer: offer.id, organisation: offer.organisation?.id ?? own, note });
  };
  return (
    <li class="offer">
      <OfferLines offer={offer} />
      <p class="muted">
        {fill(words.offerScore, { percent: format.number(Math.round(score * 100)) })} · {why.join(' · ')}
      </p>
      <p class="button-line">
        {onMatch && (
          <button type="button" class="button small" disabled={busy} onClick={press}>
            {words.matchOffer}
            <span class="visually-hidden">: {what}</span>
          </button>
        )}
        {offer.contactable && <ShowContact offer={offer.id} />}
      </p>
    </li>
  );
};

export const OffersNear = ({ incident, needs, onMatch }: OffersNearProps): JSX.Element | null => {
  const { t } = useWords();
  const part = usePart(incident, (api) => api.fittingOffers(incident), isOfOffers);
  const isOpen = needs.some(({ quantity, met, promised }) => quantity > met + promised);
  if (!isOpen) return null;
  if (part.view === null) {
    return part.problem ? <ProblemNote problem={part.problem} retry={part.retry} /> : null;
  }
  const { items } = part.view;
  return (
    <section class="offers-near" aria-label={t.dispatch.offersNear}>
      <h4>{t.dispatch.offersNear}</h4>
      {items.length === 0 && <p class="muted">{t.dispatch.noOffers}</p>}
      {needs.map((need) => {
        const own = items.filter((match) => match.need === need.id);
        if (own.length === 0) return null;
        const name = [t.dispatch.kind[need.kind], need.what].filter(Boolean).join(', ');
        return (
          <div key={need.id}>
            <p class="muted">{fill(t.dispatch.offersFor, { need: name })}</p>
            <ul class="need-list" aria-label={fill(t.dispatch.offersFor, { need: name })}>
              {own.map((match) => (
                <Offer key={match.offer.id} match={match} onMatch={onMatch} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
};
