export { TwilioModule } from './twilio.module.js';
export { VoiceCallRow } from './voice/call.entity.js';
