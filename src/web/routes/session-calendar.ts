import { data } from "react-router";
import { calendarAnswer, calendarFile } from "../data/calendar-file.server.ts";
import { findOr404, query } from "../data/query.server.ts";
import type { Route } from "./+types/session-calendar.ts";
import { SessionCalendarDocument } from "./session-calendar.server.ts";

/** One session as a file for a calendar. */
export async function loader(args: Route.LoaderArgs): Promise<Response> {
  const { slug } = args.params;
  const { cpdSession } = await findOr404(query(args, SessionCalendarDocument, { slug }));
  if (!cpdSession) throw data(null, { status: 404 });
  return calendarAnswer(calendarFile([cpdSession]), slug);
}
