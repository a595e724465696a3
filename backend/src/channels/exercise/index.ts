/** The door of the exercise. */
export { ExerciseModule } from './exercise.module.js';
export { Exercise, exerciseSlug } from './exercise.js';
