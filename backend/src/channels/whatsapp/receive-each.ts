/** Takes several messages of one call, each for itself and in their order: one that fails loses none of the others. */

/** @throws the first fault, after all were tried, so that the provider sends them again */
export async function receiveEach<Message, Result>(
  messages: readonly Message[],
  receive: (message: Message) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const faults: unknown[] = [];
  for (const message of messages) {
    try {
      results.push(await receive(message));
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw faults[0];
  return results;
}
