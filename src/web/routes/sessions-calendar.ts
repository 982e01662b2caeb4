import { calendarAnswer, calendarFile } from "../data/calendar-file.server.ts";
import { queryForAnyone } from "../data/query.server.ts";
import { readSessionAddress } from "../data/session-address.ts";
import { toSessionFilter } from "../data/session-filter.server.ts";
import type { Route } from "./+types/sessions-calendar.ts";
import { SessionsCalendarDocument } from "./sessions-calendar.server.ts";

/** In seconds: how long a calendar that subscribes may wait before it looks again. */
const refreshAfter = 6 * 60 * 60;

/** What is coming up under the choices in the address, to subscribe to: a hundred sessions at most, soonest first. The same whoever asks: a calendar does not sign in. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const now = new Date().toISOString();
  const choices = readSessionAddress(new URL(args.request.url).searchParams, now);
  const { cpdSessions } = await queryForAnyone(args, SessionsCalendarDocument, {
    filter: toSessionFilter(choices, { endsAfter: now }),
  });
  const file = calendarFile(cpdSessions.nodes, { name: "CPD sessions on Potbank", refreshAfter });
  return calendarAnswer(args.request, file, "cpd-sessions");
}
