/** Entry of the thread that reads KML: a large one takes seconds, in which reports must go on being received. */
import { parentPort, workerData } from 'node:worker_threads';
import { readKml } from './read-kml.js';
import { UnfitFile } from './read-shapes.js';

try {
  parentPort?.postMessage({ shapes: readKml(workerData as string) });
} catch (error) {
  parentPort?.postMessage({ fault: error instanceof UnfitFile ? error.message : 'is no KML that can be read' });
}
