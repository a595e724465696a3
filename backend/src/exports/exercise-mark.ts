/**
 * How a file says that it comes from an exercise: in its name, in its content, and in each title, so that no row that is
 * copied out of it passes for a real one. Pure.
 */
import type { IncidentView, PublicIncident } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';

export const exerciseMark = 'EXERCISE';

type Exported = IncidentView | PublicIncident;

export function marked(incident: Exported): Exported & { exercise: true } {
  return { ...incident, title: `${exerciseMark}: ${incident.title}`, exercise: true };
}

/** Opens a collection that says it of itself too. */
export const exerciseStart = '{"type":"FeatureCollection","exercise":true,"features":[\n';

export function fileName({ slug, isExercise }: Deployment, ending: string): string {
  return `${isExercise ? `${exerciseMark}-` : ''}${slug}-incidents.${ending}`;
}
