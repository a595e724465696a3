/** Coordinators get everything; everyone else what the public may know. */
import type { Audience } from '@atesto/contract';
import type { Access } from '../platform/index.js';

export const exportAudience = (by: Access): Audience => (by.permissions.has('exports.read') ? 'responders' : 'public');
