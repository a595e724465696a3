/** The door of the gateways. */
export {
  GatewayAdapters,
  type AdapterAddress,
  type GatewayAdapter,
  type OpenGateway,
  type OutgoingMessage,
  type Sent,
} from './adapter.js';
export { GatewayCatalogue } from './gateway-catalogue.js';
export { GatewayDoor, wrongSignature, type Answer, type Call } from './gateway-door.js';
export { GatewayNotes } from './gateway-notes.js';
export { GatewayLogRow, GatewayRow } from './gateways.entities.js';
export { GatewaysModule } from './gateways.module.js';
export { kindOfGateway } from './gateways.queries.js';
export { isSameSecret } from './is-same-secret.js';
export { maskedWords } from './mask.js';
export { countryField, phoneNumber } from './phone-number.js';
export { listOf, recordOf, textOf } from './loose-fields.js';
export { isPlain, isSentPlain } from './network-letters.js';
export { positionOf } from './position-of.js';
export { isSafeAddress, ProviderCall, refuseBusy, type ProviderAnswer, type ProviderRequest } from './provider-call.js';
export { addressesOf, mayBePublic } from './public-address.js';
export { fetchPublic, isWebAddress, PublicFetch, type PublicAnswer, type PublicRequest } from './public-fetch.js';
export { SendThrough, type Outcome } from './send-through.js';
export { acceptRawBodies, RawBody, rawBodyOf } from './raw-body.js';
export { OutgoingCallRow } from './outgoing/outgoing.entity.js';
export { OutgoingCalls, type CallOutcome, type LaneSpeaker } from './outgoing/outgoing-calls.js';
export {
  callById,
  deleteLane,
  giveUpLane,
  laneFacts,
  listCalls,
  replayCalls,
  type CallRecord,
  type ClaimedCall,
  type Lane,
  type LaneFacts,
  type NewCall,
} from './outgoing/outgoing.queries.js';
export { judgeAnswer } from './outgoing/judge-answer.js';
