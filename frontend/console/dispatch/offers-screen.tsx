/** All help that was offered: what can be used, who offers it, and what was decided about it. */
import type { OfferView, SaidOfOffer } from '@atesto/contract';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { actionOf } from '../../shared/http.js';
import { attempt, here } from '../actions/context.js';
import { undoOffer } from '../actions/undo-actions.js';
import { roomOf } from '../address/address.js';
import { useConsole, useSelect, useWords } from '../pieces/console-context.js';
import { Icon } from '../pieces/icon.js';
import { ProblemNote } from '../pieces/problem-note.js';
import { mayHere } from '../pieces/rights.js';
import { fill } from '../texts/forms.js';
import { GiveOffer } from './give-offer.js';
import { OfferLines, useOfferName } from './offer-lines.js';
import { ShowContact } from './show-contact.js';
import { useOffers } from './use-offers.js';

/** What may be said of it next; nothing while a task counts on it. */
const nextOf = ({ status }: OfferView): readonly SaidOfOffer[] =>
  status === 'offered' ? ['declined', 'withdrawn'] : status === 'matched' || status === 'done' ? [] : ['offered'];

const Offer = ({ offer, onSay }: { offer: OfferView; onSay: ((status: SaidOfOffer) => void) | null }): JSX.Element => {
  const { t, format } = useWords();
  const words = t.dispatch.offers;
  const name = useOfferName()(offer);
  const busy = useSelect((state) => state.busy !== null);
  const isOver = Date.parse(offer.until) <= Date.now();
  const standing = fill(isOver ? words.ranOut : words.until, { time: format.date(offer.until) });
  return (
    <li class="offer offer-card">
      <OfferLines offer={offer} mark={<span class="badge">{words.status[offer.status]}</span>} />
      <p class="muted">
        {fill(words.given, { left: format.number(offer.left), quantity: format.number(offer.quantity) })} · {standing}
      </p>
      <p class="button-line">
        {onSay &&
          nextOf(offer).map((status) => (
            <button
              key={status}
              type="button"
              class="button small"
              disabled={busy}
              title={words.stepLong[status]}
              onClick={() => onSay(status)}
            >
              {words.step[status]}
              <span class="visually-hidden">: {name}</span>
            </button>
          ))}
        {offer.contactable && <ShowContact offer={offer.id} />}
      </p>
    </li>
  );
};

export const OffersScreen = (): JSX.Element | null => {
  const { context, words: page } = useConsole();
  const { t } = page;
  const words = t.dispatch.offers;
  const address = useSelect((state) => state.address);
  const [slug, all] = address.screen === 'offers' ? [address.slug, address.all] : ['', false];
  const mayTriage = useSelect(mayHere('reports.triage'));
  const [isGiving, setIsGiving] = useState(false);
  const { offers, next, problem, more, retry } = useOffers(slug, all);
  if (address.screen !== 'offers') return null;
  const say = async (offer: OfferView, status: SaidOfOffer): Promise<void> => {
    const { store } = context;
    const failed = await attempt(context, 'offer', async () => {
      const undo = undoOffer(actionOf(await here(context).sayOfOffer(offer.id, status)));
      store.dispatch({ type: 'notice.given', notice: { tone: 'good', words: 'saved', undo } });
    });
    if (failed !== null) store.dispatch({ type: 'notice.given', notice: { tone: 'bad', problem: failed } });
    retry();
  };
  return (
    <main class="page">
      <div class="page-head">
        <button type="button" class="button quiet" onClick={() => context.go(roomOf(slug))}>
          <Icon name="left" />
          {t.settings.toRoom}
        </button>
        <h2>{words.title}</h2>
        {mayTriage && (
          <button type="button" class="button" onClick={() => setIsGiving(true)}>
            <Icon name="plus" size={15} /> {words.give}
          </button>
        )}
      </div>
      <p>{words.lead}</p>
      <div class="toggles" role="group" aria-label={words.which}>
        {[false, true].map((one) => (
          <button
            key={String(one)}
            type="button"
            class="toggle"
            aria-pressed={one === all}
            onClick={() => context.go({ ...address, all: one }, 'replace')}
          >
            {one ? words.all : words.usable}
          </button>
        ))}
      </div>
      {problem && <ProblemNote problem={problem} retry={retry} />}
      {offers === null && problem === null && (
        <p class="muted" role="status">
          {t.common.loading}
        </p>
      )}
      {offers?.length === 0 && <p class="note">{all ? words.none : words.noneUsable}</p>}
      {offers !== null && offers.length > 0 && (
        <ul class="need-list" aria-label={words.title}>
          {offers.map((offer) => (
            <Offer key={offer.id} offer={offer} onSay={mayTriage ? (status) => void say(offer, status) : null} />
          ))}
        </ul>
      )}
      {next !== null && (
        <button type="button" class="button" onClick={more}>
          {words.more}
        </button>
      )}
      {isGiving && <GiveOffer onClose={() => setIsGiving(false)} onGiven={retry} />}
    </main>
  );
};
