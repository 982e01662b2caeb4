/** How long to wait before trying again: doubles with every try that failed, up to `mostMs`, and is spread by a quarter. */
export function backOff(
  failed: number,
  {
    firstMs,
    mostMs,
    random = Math.random,
  }: { firstMs: number; mostMs: number; random?: () => number },
): number {
  const straight = Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(failed - 1, 0), 30));
  return Math.round(straight * (0.75 + random() / 2));
}
