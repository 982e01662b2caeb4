/** The items in their order, in runs of at most `count` whose sizes add up to at most `bytes`; one that is larger goes alone. */
export function batchesOf<T>(
  items: readonly T[],
  sizeOf: (item: T) => number,
  { count, bytes }: { count: number; bytes: number },
): T[][] {
  const batches: T[][] = [];
  let batch: T[] = [];
  let held = 0;
  for (const item of items) {
    const size = sizeOf(item);
    if (batch.length > 0 && (batch.length === count || held + size > bytes)) {
      batches.push(batch);
      batch = [];
      held = 0;
    }
    batch.push(item);
    held += size;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

/** Both halves of a batch that failed; a batch of one cannot be split and is not. */
export function halvesOf<T>(batch: readonly T[]): T[][] {
  if (batch.length < 2) return [[...batch]];
  const middle = Math.ceil(batch.length / 2);
  return [batch.slice(0, middle), batch.slice(middle)];
}
