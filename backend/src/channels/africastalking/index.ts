export { AfricasTalkingModule } from './africastalking.module.js';
