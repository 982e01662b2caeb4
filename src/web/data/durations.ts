/** "a moment", "40 seconds", "3 minutes", "2 hours", "5 days": as long as that, rounded down. */
export function durationInWords(seconds: number): string {
  const [size, name] = units.find(([each]) => seconds >= each) ?? [1, "second"];
  const count = Math.floor(seconds / size);
  if (count < 1) return "a moment";
  return `${count} ${name}${count === 1 ? "" : "s"}`;
}

const units: readonly (readonly [seconds: number, name: string])[] = [
  [86_400, "day"],
  [3_600, "hour"],
  [60, "minute"],
];
