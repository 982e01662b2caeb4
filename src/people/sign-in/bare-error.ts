/**
 * Of an error, what may stand in a log: its kind and where it came from. What it says may hold a value, and the values of
 * sign-in are addresses, names and tokens.
 */
export function withoutValues(error: unknown): { name: string; code?: unknown; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = error.stack?.split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...("code" in error && { code: error.code }),
    ...(frames && { stack: frames.join("\n") }),
  };
}
