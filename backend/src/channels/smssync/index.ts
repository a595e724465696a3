export { SmsSyncModule } from './smssync.module.js';
