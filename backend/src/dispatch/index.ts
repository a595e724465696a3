/** The door of dispatch. */
export { NeedRow, OutcomeQuestionRow, TaskRow } from './dispatch.entities.js';
export { OfferContactRow, OfferRow } from './offers/offers.entities.js';
export { TakeOffers } from './offers/take-offers.js';
export { DispatchModule } from './dispatch.module.js';
export { askingMessage } from './outcome.queries.js';
