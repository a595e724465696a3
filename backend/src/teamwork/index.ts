/** The door of the teamwork. */
export { HandOverRow, MentionRow, NoteRow } from './teamwork.entities.js';
export { TeamworkModule } from './teamwork.module.js';
