/** Where two transactions wait for each other the database ends one of them: nothing of it happened, it begins again. */
const mostAttempts = 3;

/** A deadlock, or two that could not be put in an order. */
function isCollision(error: unknown): boolean {
  const fault = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = fault?.driverError?.code ?? fault?.code;
  return code === '40P01' || code === '40001';
}

/** `work` must leave nothing behind when it fails. @throws what `work` throws, after the third collision too */
export async function againAfterCollision<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= mostAttempts || !isCollision(error)) throw error;
      await new Promise((resolve) => setTimeout(resolve, attempt * (10 + Math.random() * 40)));
    }
  }
}
