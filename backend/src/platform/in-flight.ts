/**
 * What several ask for at the same time is made once, and all get it as it was when the first of them asked. Nothing is
 * kept: whoever asks after its end gets it anew. Pure.
 */
export class InFlight<Value> {
  private readonly asked = new Map<string, Promise<Value>>();

  /** `key` names all that the answer depends on. */
  get(key: string, make: () => Promise<Value>): Promise<Value> {
    const begun = this.asked.get(key);
    if (begun !== undefined) return begun;
    const answer = make().finally(() => this.asked.delete(key));
    this.asked.set(key, answer);
    return answer;
  }
}
