export { WhatsAppModule } from './whatsapp.module.js';
