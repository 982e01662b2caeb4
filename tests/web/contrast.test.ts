import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

type Tokens = Readonly<Record<string, string>>;

const tokensOf = (css: string): Tokens =>
  Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );

const [lightCss = "", darkCss = ""] = readFileSync("src/web/styles/tokens.css", "utf8").split(
  "@media screen and (prefers-color-scheme: dark)",
);
const light = tokensOf(lightCss);
const dark = { ...light, ...tokensOf(darkCss) };

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const channel = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, one: string, other: string): number {
  const [darker = 0, lighter = 0] = [one, other]
    .map((name) => {
      const colour = tokens[name];
      if (colour === undefined) throw new Error(`tokens.css has no --${name}`);
      return luminance(colour);
    })
    .toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const rows = readFileSync("schema/decisions/0012-the-design-of-the-pages.md", "utf8")
  .split("\n")
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells[2] === "text" || cells[2] === "edge")
  .map(([foreground = "", grounds = "", as = "", ...documented]) => ({
    foreground,
    grounds: grounds.split(", "),
    // WCAG 2.2: 1.4.3 for text, 1.4.11 for what outlines a control or shows the focus.
    least: as === "text" ? 4.5 : 3,
    documented,
  }));

test("black on white measures 21, so the measure itself is right", () => {
  expect(contrast({ ink: "#000000", ware: "#ffffff" }, "ink", "ware")).toBeCloseTo(21);
  expect(rows.length).toBeGreaterThan(10);
});

describe.each([
  ["light", light, 0],
  ["dark", dark, 1],
] as const)("in the %s scheme", (_scheme, tokens, column) => {
  test.each(rows)("$foreground meets WCAG AA on each of its grounds, as documented", (row) => {
    const ratios = row.grounds.map((ground) => contrast(tokens, row.foreground, ground));
    const lowest = Math.min(...ratios);
    expect(lowest).toBeGreaterThanOrEqual(row.least);
    expect((Math.floor(lowest * 10) / 10).toFixed(1)).toBe(row.documented[column]);
  });
});

test("no style of a component has a colour of its own", () => {
  const files = globSync("src/web/{components,routes}/**/*.css");
  expect(files.length).toBeGreaterThan(10);
  for (const file of files)
    expect(readFileSync(file, "utf8"), file).not.toMatch(/#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch)a?\(/i);
});

test("the browser's own bar has the colour of the page's header in each scheme", () => {
  const root = readFileSync("src/web/root.tsx", "utf8");
  const said = Object.fromEntries(
    [
      ...root.matchAll(
        /name="theme-color" media="\(prefers-color-scheme: (\w+)\)" content="(.+?)"/g,
      ),
    ].map(([, scheme, colour]) => [scheme, colour]),
  );
  expect(said).toEqual({ light: light["card"], dark: dark["card"] });
});
