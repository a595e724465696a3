/** The door of sharing. */
export { ShareInRow, ShareOutRow, SharingPartnerRow, SharingReceivedRow } from './sharing.entities.js';
export { SharingModule } from './sharing.module.js';
