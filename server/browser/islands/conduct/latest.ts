/**
 * Works on the newest of many things, one at a time: while one is worked on, only the last that came meanwhile is kept.
 * So nobody waits for what they typed over.
 * @param work what to do with each; its failure goes to `failed`
 */
export function latestOnly<Thing>(
  work: (thing: Thing) => Promise<void>,
  failed: (error: unknown) => void,
): (thing: Thing) => void {
  let waiting: { readonly thing: Thing } | undefined;
  let busy = false;
  const run = async (thing: Thing): Promise<void> => {
    busy = true;
    try {
      await work(thing);
    } catch (error) {
      failed(error);
    }
    busy = false;
    const next = waiting;
    waiting = undefined;
    if (next) await run(next.thing);
  };
  return (thing) => {
    if (busy) waiting = { thing };
    else void run(thing);
  };
}
