// SPDX-License-Identifier: EUPL-1.2
// Areas over the streets: five classes, hatched where that is not known well enough and where there is no figure.
import type { LayerSpecification } from "maplibre-gl";
import type { Palette } from "./map_style";

const answered = ["!=", ["get", "expected_percent"], null] as never;
const unsure = [
  "all",
  ["!=", ["get", "expected_percent"], null],
  [">", ["-", ["get", "possible_percent"], ["get", "certain_percent"]], 25],
] as never;

export function areaLayers(p: Palette): LayerSpecification[] {
  return [
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
  ];
}

function hatch(color: string): ImageData {
  const size = 24;
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = size;
  const draw = canvas.getContext("2d") as CanvasRenderingContext2D;
  draw.strokeStyle = color;
  draw.lineWidth = 4;
  for (const from of [-size, 0, size]) {
    draw.beginPath();
    draw.moveTo(from, size);
    draw.lineTo(from + size, 0);
    draw.stroke();
  }
  return draw.getImageData(0, 0, size, size);
}

export function hatches(p: Palette): Record<string, ImageData> {
  return { "hatch-unsure": hatch(p.surface), "hatch-unknown": hatch(p.lineStrong) };
}
