export { OdkModule } from './odk.module.js';
