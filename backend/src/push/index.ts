/** The door of Web Push: for phones that reported and for people who work here. */
export { PushModule } from './push.module.js';
export { keyFaults } from './push-service.js';
export { WebPush, type PushTarget } from './web-push.js';
