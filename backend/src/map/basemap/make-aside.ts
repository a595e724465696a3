/** Entry of the thread that makes the basemap. */
import { workerData } from 'node:worker_threads';
import { buildBasemap } from './build-basemap.js';

await buildBasemap(workerData as string);
