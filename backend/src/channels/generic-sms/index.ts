export { GenericSmsModule } from './generic-sms.module.js';
