export { TwilioModule } from './twilio.module.js';
