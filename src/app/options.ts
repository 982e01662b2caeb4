import { giveUp } from "./run.ts";
import { StartError } from "./start-error.ts";

/** citty takes any option; one that a verb does not know is a slip of the hand. */
export function refuseUnknown(rawArgs: readonly string[], known: readonly string[] = []): void {
  const unknown = rawArgs.filter((each) => each.startsWith("-") && !known.includes(each));
  if (unknown.length > 0)
    giveUp(
      new StartError(`There is no option ${unknown.join(", ")} here; --help shows what there is.`),
    );
}
