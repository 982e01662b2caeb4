import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Cobalt on white ware: links, figures, focus. */
const cobalt: MantineColorsTuple = [
  "#eef2fc",
  "#d9e1f6",
  "#b1c1ec",
  "#86a0e2",
  "#6283d8",
  "#4a6fd1",
  "#3358bd",
  "#24469f",
  "#1c3980",
  "#132a61",
];

/** Terracotta, for what one can do: buttons. */
const terracotta: MantineColorsTuple = [
  "#fdf1eb",
  "#f6ddd1",
  "#ecb9a2",
  "#e29371",
  "#da7449",
  "#cf5f31",
  "#b44a21",
  "#963c1a",
  "#782f14",
  "#57210d",
];

/** Mantine's controls in the colours and type of styles/tokens.css. */
export const theme = createTheme({
  colors: { cobalt, terracotta },
  primaryColor: "terracotta",
  primaryShade: 6,
  fontFamily: "var(--font-text)",
  headings: { fontFamily: "var(--font-title)" },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
});
