// SPDX-License-Identifier: EUPL-1.2
// Areas over the streets: five classes, hatched where that is not known well enough and where there is no figure.
import type { LayerSpecification, MapGeoJSONFeature } from "maplibre-gl";
import { font, labelOf, type Palette } from "./map_style";

const answered = ["!=", ["get", "expected_percent"], null] as never;
const unsure = [
  "all",
  ["!=", ["get", "expected_percent"], null],
  [">", ["-", ["get", "possible_percent"], ["get", "certain_percent"]], 25],
] as never;

/** Fills under the water and the roads, edges over them, numbers over all. */
export function areaLayers(p: Palette): { fills: LayerSpecification[]; edges: LayerSpecification[]; numbers: LayerSpecification[] } {
  return {
    fills: [
      {
        id: "areas",
        type: "fill",
        source: "areas",
        paint: {
          "fill-color": [
            "case",
            answered,
            ["step", ["coalesce", ["get", "expected_percent"], 0], p.classes[0], 20, p.classes[1], 40, p.classes[2], 60, p.classes[3], 80, p.classes[4]],
            p.surface,
          ],
          // Near by, the streets matter more.
          "fill-opacity": ["interpolate", ["linear"], ["zoom"], 12, 0.85, 16, 0.4],
        },
      },
      { id: "areas-unsure", type: "fill", source: "areas", filter: unsure, paint: { "fill-pattern": "hatch-unsure" } },
      {
        id: "areas-unknown",
        type: "fill",
        source: "areas",
        filter: ["!", answered] as never,
        paint: { "fill-pattern": "hatch-unknown", "fill-opacity": 0.7 },
      },
    ],
    edges: [
      { id: "area-edge-case", type: "line", source: "areas", paint: { "line-color": p.surface, "line-width": 3.4 } },
      { id: "area-edge", type: "line", source: "areas", paint: { "line-color": p.line, "line-width": 1.2 } },
    ],
    numbers: [
      {
        id: "area-number",
        type: "symbol",
        source: "areas",
        filter: answered,
        maxzoom: 15,
        layout: { ...font, "text-field": ["to-string", ["get", "expected_percent"]], "text-size": 19 },
        paint: { ...labelOf(p), "text-halo-width": 2.4 },
      },
    ],
  };
}

/** What a person hears or reads of an area. */
export function describeArea(feature: MapGeoJSONFeature, words: Record<string, string>): HTMLElement {
  const said = document.createElement("div");
  const name = document.createElement("strong");
  name.textContent = String(feature.properties.name);
  const share = document.createElement("p");
  const expected = feature.properties.expected_percent as number | null | undefined;
  share.textContent =
    expected == null
      ? words.unknown
      : words.share
          .replace("{certain}", String(feature.properties.certain_percent))
          .replace("{n}", String(expected))
          .replace("{possible}", String(feature.properties.possible_percent));
  const link = document.createElement("a");
  link.href = words.link + String(feature.properties.code);
  link.textContent = words.more;
  said.append(name, share, link);
  return said;
}

/** Lines at 45 degrees, the first widest: one over the other. */
function hatch(...lines: [color: string, width: number][]): ImageData {
  const size = 24;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const draw = canvas.getContext("2d", { willReadFrequently: true }) as CanvasRenderingContext2D;
  for (const [color, width] of lines) {
    draw.strokeStyle = color;
    draw.lineWidth = width;
    for (const from of [-size, 0, size]) {
      draw.beginPath();
      draw.moveTo(from - 2, size + 2);
      draw.lineTo(from + size + 2, -2);
      draw.stroke();
    }
  }
  return draw.getImageData(0, 0, size, size);
}

export function hatches(p: Palette): Record<string, () => ImageData> {
  return { "hatch-unsure": () => hatch([p.surface, 8], [p.line, 2.4]), "hatch-unknown": () => hatch([p.lineStrong, 4]) };
}
