/** The door of the teamwork. */
export { MentionRow, NoteRow } from './teamwork.entities.js';
export { TeamworkModule } from './teamwork.module.js';
