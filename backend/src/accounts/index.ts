/** The door of the accounts. */
export { ApiKeyDayRow, ApiKeyRow, MembershipRow, OrganisationRow, SessionRow, UserRow } from './accounts.entities.js';
export { AccountsModule } from './accounts.module.js';
export { FirstAdministrator, type FirstCredentials } from './first-administrator.js';
export { heldPermissions } from './held-permissions.js';
export { WhoAsks } from './who-asks.js';
