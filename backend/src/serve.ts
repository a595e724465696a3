/** The entry of the server's process. */
import { main } from './main.js';

await main();
