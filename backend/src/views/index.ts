/** The door of the saved views. */
export { SavedViewRow } from './saved-view.entity.js';
export { ViewsModule } from './views.module.js';
