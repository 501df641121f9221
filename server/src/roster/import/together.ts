/** Things that belong together, told by the first of them. */
export class Groups {
  private readonly parent = new Map<string, string>();

  /** The name of the group that something is in: the same for all that were joined. */
  of(one: string): string {
    let top = one;
    for (let next = this.parent.get(top); next !== undefined; next = this.parent.get(top)) top = next;
    // Shorten the way for the next time.
    for (let each = one; each !== top; ) {
      const next = this.parent.get(each) ?? top;
      this.parent.set(each, top);
      each = next;
    }
    return top;
  }

  /** Puts the groups of two things together. */
  join(one: string, other: string): void {
    const [a, b] = [this.of(one), this.of(other)];
    if (a !== b) this.parent.set(a, b);
  }
}
