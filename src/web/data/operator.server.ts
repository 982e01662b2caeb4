import type { RouterContextProvider } from "react-router";
import { type Operator, optionsContext } from "./request-context.ts";

/** For loaders of pages that say who answers for the site. */
export const operatorOf = ({
  context,
}: {
  readonly context: Readonly<RouterContextProvider>;
}): { operator: Operator } => ({ operator: context.get(optionsContext).operator });
