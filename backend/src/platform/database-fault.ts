/** What a fault of the database says about what to do: begin again at once, or wait until it is back. */
const mostAttempts = 3;

/** Between two questions while the database is away. */
const awayPauseMs = 250;

/** Refusals of the system to a connection; ENOENT is the socket of an embedded database that is being opened. */
const connectionFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT']);

/** SQLSTATE, or the code of the system, as the driver or TypeORM around it tells; null where neither does. */
export function faultCode(error: unknown): string | null {
  const fault = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = fault?.driverError?.code ?? fault?.code;
  return typeof code === 'string' ? code : null;
}

/** A deadlock, or two that could not be put in an order. */
function isCollision(error: unknown): boolean {
  const code = faultCode(error);
  return code === '40P01' || code === '40001';
}

/** The database cannot be reached, is full, or is ending or starting: the same may go well later. */
export function isDatabaseAway(error: unknown): boolean {
  const code = faultCode(error);
  if (code !== null) return /^(08|53|57P)/.test(code) || connectionFaults.has(code);
  const message = (error as { message?: unknown } | null)?.message;
  return typeof message === 'string' && /^(Connection terminated|timeout exceeded when trying)/.test(message);
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Where two transactions wait for each other the database ends one of them: nothing of it happened, it begins again.
 * `work` must leave nothing behind when it fails. @throws what `work` throws, after the third collision too
 */
export async function againAfterCollision<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= mostAttempts || !isCollision(error)) throw error;
      await pause(attempt * (10 + Math.random() * 40));
    }
  }
}

/** Asks until the database is there. @throws what is no absence, and an absence that `isGivenUp` wants no end of */
export async function onceDatabaseIsBack<Result>(
  work: () => Promise<Result>,
  isGivenUp: () => boolean,
): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (isGivenUp() || !isDatabaseAway(error)) throw error;
      await pause(awayPauseMs);
    }
  }
}
