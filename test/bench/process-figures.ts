/** What a process has used so far, from the kernel's own notes. */
import { readFileSync } from 'node:fs';

/** Ticks of the kernel a second. */
const ticks = 100;

export const memoryBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) * 1024;

export function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000;
}

const quietMs = 2_000;

/** Resolves once the process has nothing to do: after its start, that its indexes are loaded. */
export async function untilQuiet(pid: number): Promise<void> {
  for (let quiet = 0, before = processorMs(pid); quiet < 3;) {
    await new Promise((resolve) => setTimeout(resolve, quietMs));
    const now = processorMs(pid);
    quiet = now - before < quietMs / 20 ? quiet + 1 : 0;
    before = now;
  }
}
