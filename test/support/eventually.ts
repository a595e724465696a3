/** What follows a moment after it was asked for: the journal is read after the commit. */
const mostTries = 600;
const pauseMs = 50;

/** Resolves once `check` passes; throws what it threw last. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await check();
      return;
    } catch (error) {
      if (tries === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}
