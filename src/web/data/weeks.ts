const dayMs = 86_400_000;

/** A week from Monday to Sunday, as days in UTC. */
export interface Week {
  /** Its Monday, as in the address: 2026-11-23. */
  readonly monday: string;
  /** The Monday after it. */
  readonly next: string;
  readonly before: string;
  readonly sunday: string;
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The week that a day lies in; the week of `now` where the text is no day, or lies in the future. */
export function weekOf(day: string | null, now: Date): Week {
  const given = day !== null && /^2\d{3}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  const time = given <= now.getTime() ? given : now.getTime();
  const midnight = Math.floor(time / dayMs) * dayMs;
  const monday = midnight - ((new Date(midnight).getUTCDay() + 6) % 7) * dayMs;
  return {
    monday: dayOf(monday),
    next: dayOf(monday + 7 * dayMs),
    before: dayOf(monday - 7 * dayMs),
    sunday: dayOf(monday + 6 * dayMs),
  };
}
