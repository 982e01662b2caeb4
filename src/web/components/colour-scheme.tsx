import { ColorSchemeScript } from "@mantine/core";
import type { ReactNode } from "react";
import { usePage } from "../data/page.ts";

/** Follows the system's colour scheme before the first paint. Without JavaScript pages stay light. */
export function ColourScheme(): ReactNode {
  const { nonce } = usePage();
  return <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} suppressHydrationWarning />;
}
