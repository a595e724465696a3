/** Entry of the thread that reads files of shapes: a large one takes seconds, in which reports must go on being received. */
import { parentPort, workerData } from 'node:worker_threads';
import { readFile } from './read-file.js';
import { UnfitFile } from './read-shapes.js';

try {
  parentPort?.postMessage({ read: readFile(workerData as Uint8Array) });
} catch (error) {
  parentPort?.postMessage({ fault: error instanceof UnfitFile ? error.message : 'is no file that can be read' });
}
