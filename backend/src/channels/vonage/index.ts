export { MessagePartRow } from './message-part.entity.js';
export { VonageModule } from './vonage.module.js';
