/** The door of the teamwork. */
export { HandOver } from './hand-overs/hand-over.js';
export { HandOverRow, MentionRow, NoteRow } from './teamwork.entities.js';
export { TeamworkModule } from './teamwork.module.js';
