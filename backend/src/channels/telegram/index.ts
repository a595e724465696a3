export { TelegramModule } from './telegram.module.js';
