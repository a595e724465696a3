/** The door of feeds. */
export { FeedModule } from './feed.module.js';
