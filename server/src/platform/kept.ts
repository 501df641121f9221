/** Values that can be made again, kept in memory: the ones used last. */
export class Kept<Value> {
  private readonly values = new Map<string, Value>();
  private readonly most: number;

  /** @param most how many are kept */
  constructor(most: number) {
    this.most = most;
  }

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) this.keep(key, value);
    return value;
  }

  /** Keeps a value, and gives it back. */
  keep(key: string, value: Value): Value {
    // A map keeps its order: what was just used goes to its end, what was used longest ago is first.
    this.values.delete(key);
    this.values.set(key, value);
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.most) break;
      this.values.delete(oldest);
    }
    return value;
  }
}
