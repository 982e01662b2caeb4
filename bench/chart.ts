import * as vega from "vega";
import * as vegaLite from "vega-lite";

/** A Vega-Lite specification without data and theme. */
export type Chart = Readonly<Record<string, unknown>>;

/** Plain colours that stand out from white (4.5 to 1 or more) and from one another, whoever looks. */
export const palette = ["#2f78bd", "#b04a00", "#1b7a3d", "#8a3fa3", "#595959"] as const;

const goalColour = "#111111";

const theme = {
  background: "white",
  font: "Helvetica, Arial, sans-serif",
  padding: 12,
  title: { fontSize: 16, anchor: "start", offset: 14, color: "#1a1a1a" },
  axis: {
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: "normal",
    labelColor: "#1a1a1a",
    titleColor: "#1a1a1a",
    gridColor: "#e3e3e3",
    domainColor: "#666",
    tickColor: "#666",
    labelLimit: 260,
  },
  header: { labelFontSize: 12, titleFontSize: 12, labelColor: "#1a1a1a", titleColor: "#1a1a1a" },
  legend: { labelFontSize: 12, titleFontSize: 12, orient: "top", labelLimit: 320 },
  range: { category: [...palette] },
  bar: { color: palette[0] },
  line: { color: palette[0], strokeWidth: 2 },
  point: { color: palette[0], filled: true, size: 50 },
  text: { fontSize: 12, color: "#1a1a1a" },
  view: { stroke: null },
};

/** How a goal is drawn: a dashed rule across the plot. The encoding gives its place. */
export const goalMark: Chart = {
  mark: { type: "rule", color: goalColour, strokeDash: [6, 4], strokeWidth: 1.5 },
};

/** How the goal of one bar is drawn: a dark mark across it. The encoding gives its place. */
export const goalTick: Chart = {
  mark: { type: "tick", color: goalColour, thickness: 4, size: 24 },
};

/** Layers that draw one goal: its rule at `value` of the `axis`, with a label. */
export const goalRule = (axis: "x" | "y", value: number, label: string): readonly Chart[] => [
  { data: { values: [{}] }, ...goalMark, encoding: { [axis]: { datum: value } } },
  {
    data: { values: [{}] },
    mark: {
      type: "text",
      color: goalColour,
      text: label,
      align: axis === "y" ? "right" : "left",
      baseline: "bottom",
    },
    encoding: {
      [axis]: { datum: value },
      ...(axis === "y"
        ? { x: { value: "width" }, yOffset: { value: -3 } }
        : { y: { value: 0 }, xOffset: { value: 4 } }),
    },
  },
];

/** Draws without a browser. The SVG carries its title and a description for whoever does not see it. */
export async function drawChart(
  chart: Chart,
  { title, description, rows }: { title: string; description: string; rows: readonly object[] },
): Promise<string> {
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v6.json",
    data: { values: rows },
    title,
    ...chart,
    config: theme,
  };
  const compiled = vegaLite.compile(spec as unknown as vegaLite.TopLevelSpec).spec;
  const view = new vega.View(vega.parse(compiled), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg.replace(
    /^<svg([^>]*)>/,
    (_, attributes: string) =>
      `<svg role="img" aria-labelledby="title description"${attributes}>` +
      `<title id="title">${escaped(title)}</title><desc id="description">${escaped(description)}</desc>`,
  );
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
