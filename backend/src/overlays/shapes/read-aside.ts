/** Entry of the thread that reads files of shapes: a large one takes seconds, in which reports must go on being received. */
import { parentPort, workerData } from 'node:worker_threads';
import { readAreasFile, readFile, type AreasTask } from './read-file.js';
import { UnfitFile } from './read-shapes.js';

const { bytes, areas } = workerData as { bytes: Uint8Array; areas: AreasTask | null };
try {
  parentPort?.postMessage({ read: areas === null ? readFile(bytes) : readAreasFile(bytes, areas) });
} catch (error) {
  parentPort?.postMessage({ fault: error instanceof UnfitFile ? error.message : 'is no file that can be read' });
}
