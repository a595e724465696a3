/** The door of the notices. */
export { NoticeDeliveryRow, NoticeDeviceRow, NoticePreferencesRow, NoticeRow } from './notices.entities.js';
export { NoticesModule } from './notices.module.js';
