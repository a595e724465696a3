/** What a deployment's policy is until somebody says otherwise, and how an older or partial one is completed. Pure. */
import type { Policy, PolicyInput } from '@atesto/contract';

export const firstPolicy: Policy = {
  whoMayReport: 'anyone',
  publishIncidents: true,
  publicPrecisionMetres: 100,
  contactRetentionDays: 90,
  claimMinutes: 15,
  quarantineUnsigned: false,
  fourEyes: false,
  emergencyNumber: null,
  lines: [],
  licence: null,
  publisher: null,
  dataContact: null,
};

/** `given` over `known`; what neither says is as at the beginning. */
export function completePolicy(given: Partial<PolicyInput>, known: Policy = firstPolicy): Policy {
  return { ...known, ...given };
}
