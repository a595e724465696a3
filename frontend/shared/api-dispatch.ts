/** Calls for evidence, needs, tasks and offers: what an incident rests on, and what helps it. */
import type { EvidenceList, NewEvidence } from '@atesto/contract';
import type { Http } from './http.js';

export const dispatchCalls = (http: Http, base: string) => {
  const evidence = (incident: string): string => `${base}/incidents/${incident}/evidence`;
  return {
    evidence: (incident: string) => http<EvidenceList>('GET', evidence(incident)),
    giveEvidence: (incident: string, body: NewEvidence) => http<EvidenceList>('POST', evidence(incident), { body }),
    withdrawEvidence: (incident: string, id: string) => http<EvidenceList>('DELETE', `${evidence(incident)}/${id}`),
  };
};
