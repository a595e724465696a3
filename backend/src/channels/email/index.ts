/** The door of e-mail. */
export { EmailModule } from './email.module.js';
