/** Writes into an incident here what others say of it, as an edit and a change of its state like any other. */
import { Inject, Injectable } from '@nestjs/common';
import type { SharedFieldName, SharedFields } from '@atesto/contract';
import type { Deployment } from '../deployments/index.js';
import {
  mayBecome,
  writeIncident,
  writeIncidentStatus,
  type IncidentFields,
  type IncidentRecord,
} from '../incidents/index.js';
import { appendJournal, CLOCK, type Clock, type Sql } from '../platform/index.js';
import { presentLocation } from '../reports/index.js';
import { fieldsHere } from './shared-fields.js';

@Injectable()
export class WriteShared {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** Resolves to what could not be written: a state that may not follow the one it is in. */
  async write(
    tx: Sql,
    deployment: Deployment,
    incident: IncidentRecord,
    { status, ...fields }: Partial<SharedFields>,
    actorId: string | null,
    from: string,
  ): Promise<SharedFieldName[]> {
    const { id: deploymentId } = deployment;
    const entry = { deploymentId, subjectId: incident.id, actorId };
    const here = fieldsHere(incident, deployment);
    if (Object.keys(fields).length > 0) {
      await writeIncident(tx, deploymentId, incident.id, written(incident, fields, deployment), this.clock.now());
      const before = Object.fromEntries(Object.keys(fields).map((name) => [name, here[name as SharedFieldName]]));
      await appendJournal(tx, [{ ...entry, kind: 'incident.changed', data: { ...fields, from, before } }]);
    }
    if (status === undefined || status === incident.status) return [];
    if (!mayBecome(incident.status, status)) return ['status'];
    await writeIncidentStatus(tx, deploymentId, incident.id, status, null, this.clock.now());
    const data = { status, reason: from, public: false, from, before: { status: incident.status } };
    await appendJournal(tx, [{ ...entry, kind: 'incident.status_changed', data }]);
    return [];
  }
}

function written(
  incident: IncidentRecord,
  { title, description, category, severity, location, place }: Partial<SharedFields>,
  deployment: Deployment,
): IncidentFields {
  const stands = presentLocation(incident.lat, incident.lon, incident.accuracy_metres);
  const known = category == null ? null : (deployment.category(category)?.id ?? incident.category_id);
  return {
    title: title ?? incident.title,
    description: description ?? incident.description,
    categoryId: category === undefined ? incident.category_id : known,
    severity: severity ?? incident.severity,
    visibility: incident.visibility,
    location: location === undefined ? stands : location,
    place: place === undefined ? incident.place : place,
  };
}
