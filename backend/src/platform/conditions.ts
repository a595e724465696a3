/** Collects the conditions of a WHERE with their bound parameters. */
export class Conditions {
  readonly params: unknown[] = [];
  private readonly parts: string[] = [];

  /** Binds a value and returns its place, `$1` and so on. */
  readonly bind = (value: unknown): string => {
    this.params.push(value);
    return `$${this.params.length}`;
  };

  add(condition: string): void {
    this.parts.push(condition);
  }

  toSql(): string {
    return this.parts.length === 0 ? 'true' : this.parts.join('\n       and ');
  }
}
