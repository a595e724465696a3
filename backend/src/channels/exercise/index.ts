/** The door of the exercise. */
export { ExerciseModule } from './exercise.module.js';
export { ReplayRow } from './replay.entity.js';
export { Exercise, exerciseSlug } from './exercise.js';
