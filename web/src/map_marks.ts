// SPDX-License-Identifier: EUPL-1.2
// What a page points at: a home, a place, a bench, a spot that was chosen, homes that gain, and ways to walk. Each kind has a shape
// of its own, so that nobody needs to see its colour.
import type { LayerSpecification, MapGeoJSONFeature } from "maplibre-gl";
import { font, labelOf, type Palette } from "./map_style";

const empty: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
const is = (key: string, ...values: string[]) => ["match", ["get", key], values, true, false] as never;
const byLevel = (far: number, near: number) => ["interpolate", ["linear"], ["zoom"], 12, far, 17, near] as never;

/** `crowd`: of many points, what can be told apart now (map_crowd.ts). */
export function markSources(place: { points?: GeoJSON.FeatureCollection; dots?: string }, crowd?: GeoJSON.FeatureCollection) {
  const address = (path: string) => new URL(path, location.href).href;
  return {
    points: { type: "geojson" as const, data: place.points ?? empty },
    ...(place.dots ? { dots: { type: "geojson" as const, data: address(place.dots) } } : {}),
    ...(crowd ? { marks: { type: "geojson" as const, data: crowd } } : {}),
  };
}

/** Homes: a filled dot gains, an open ring perhaps, a small grey dot stays. */
function homes(p: Palette, source: string): LayerSpecification[] {
  const dot = (mark: string, paint: object): LayerSpecification => ({
    id: `${source}-${mark}`,
    type: "circle",
    source,
    filter: is("mark", mark),
    paint,
  });
  return [
    dot("stays", { "circle-color": p.lineStrong, "circle-radius": byLevel(1.6, 4) }),
    dot("maybe", {
      "circle-color": p.surface,
      "circle-radius": byLevel(2.6, 6),
      "circle-stroke-color": p.data,
      "circle-stroke-width": byLevel(1.6, 3),
    }),
    dot("gains", {
      "circle-color": p.data,
      "circle-radius": byLevel(3.6, 8),
      "circle-stroke-color": p.surface,
      "circle-stroke-width": byLevel(0.8, 2),
    }),
  ];
}

function tracks(p: Palette): LayerSpecification[] {
  const line = (id: string, track: string[], color: string, width: number, dashes?: number[]): LayerSpecification => ({
    id,
    type: "line",
    source: "points",
    filter: is("track", ...track),
    layout: { "line-join": "round", "line-cap": dashes ? "butt" : "round" },
    paint: { "line-color": color, "line-width": width, ...(dashes ? { "line-dasharray": dashes } : {}) },
  });
  return [
    line("track-casing", ["route", "unsure"], p.surface, 9),
    line("track-back-casing", ["back"], p.surface, 6),
    line("track-back", ["back"], p.data, 2.5, [2, 2]),
    line("track-route", ["route"], p.data, 5),
    line("track-unsure", ["unsure"], p.data, 5, [1.6, 1]),
  ];
}

function clusters(p: Palette, language: string): LayerSpecification[] {
  return [
    {
      id: "marks-one",
      type: "circle",
      source: "marks",
      filter: ["!", ["has", "point_count"]] as never,
      paint: { "circle-color": p.data, "circle-radius": 7, "circle-stroke-color": p.surface, "circle-stroke-width": 2.5 },
    },
    {
      id: "marks-many",
      type: "circle",
      source: "marks",
      filter: ["has", "point_count"] as never,
      paint: {
        "circle-color": p.data,
        // At least as large as a fingertip.
        "circle-radius": ["step", ["get", "point_count"], 24, 100, 27, 1000, 31, 10000, 36],
        "circle-stroke-color": p.surface,
        "circle-stroke-width": 3,
      },
    },
    {
      id: "marks-number",
      type: "symbol",
      source: "marks",
      filter: ["has", "point_count"] as never,
      layout: {
        ...font,
        "text-field": ["number-format", ["get", "point_count"], { locale: language }] as never,
        "text-size": 16,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: { "text-color": p.onData },
    },
  ];
}

export function markLayers(p: Palette, place: { dots?: string; marks?: string }, language: string): LayerSpecification[] {
  return [
    ...(place.dots ? homes(p, "dots") : []),
    ...tracks(p),
    ...homes(p, "points"),
    ...(place.marks ? clusters(p, language) : []),
    {
      id: "points",
      type: "symbol",
      source: "points",
      filter: is("mark", "home", "place", "bench", "pin"),
      layout: {
        ...font,
        "icon-image": ["concat", "mark-", ["get", "mark"]],
        "icon-anchor": ["match", ["get", "mark"], "pin", "bottom", "center"],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
        "symbol-sort-key": ["match", ["get", "mark"], "pin", 0, "home", 1, "place", 2, 3],
        "text-field": ["coalesce", ["get", "label"], ""],
        "text-size": 16,
        "text-optional": true,
        "text-variable-anchor": ["left", "right", "top", "bottom"],
        "text-radial-offset": 1.2,
        "text-justify": "auto",
        "text-max-width": 12,
      },
      paint: { ...labelOf(p), "text-halo-width": 2.4 },
    },
  ] as LayerSpecification[];
}

/** Layers whose things open when somebody points at them. */
export const opening = ["marks-many", "marks-one", "points"];

const side = 68;
type Pen = CanvasRenderingContext2D;

function picture(paint: (draw: Pen) => void): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const draw = canvas.getContext("2d", { willReadFrequently: true }) as Pen; // read at once: not by way of the graphics card
  draw.lineJoin = "round";
  paint(draw);
  return draw.getImageData(0, 0, side, side);
}

/** Light around it, so that it stands out from any ground. */
function cased(draw: Pen, shape: Path2D, fill: string, casing: string, edge?: string): void {
  draw.strokeStyle = casing;
  draw.lineWidth = 10;
  draw.stroke(shape);
  if (edge) {
    draw.strokeStyle = edge;
    draw.lineWidth = 6;
    draw.stroke(shape);
  }
  draw.fillStyle = fill;
  draw.fill(shape);
}

function round(x: number, y: number, radius: number): Path2D {
  const shape = new Path2D();
  shape.arc(x, y, radius, 0, 2 * Math.PI);
  return shape;
}

/** Twice as large as they are drawn. */
export function markImages(p: Palette): Record<string, () => ImageData> {
  return {
    "mark-home": () =>
      picture((draw) => {
        const house = new Path2D("M34 8 L60 32 L53 32 L53 58 L40 58 L40 42 L28 42 L28 58 L15 58 L15 32 L8 32 Z");
        cased(draw, house, p.data, p.surface);
      }),
    "mark-place": () =>
      picture((draw) => {
        cased(draw, round(34, 34, 24), p.data, p.surface);
        cased(draw, round(34, 34, 7), p.onData, p.onData);
      }),
    "mark-bench": () =>
      picture((draw) => {
        const square = new Path2D();
        square.roundRect(12, 12, 44, 44, 6);
        cased(draw, square, p.green, p.surface);
        // A seat on two legs.
        draw.fillStyle = p.surface;
        for (const [x, y, wide, high] of [[20, 24, 28, 5], [20, 34, 28, 5], [23, 39, 4, 9], [41, 39, 4, 9]]) draw.fillRect(x, y, wide, high);
      }),
    "mark-pin": () =>
      picture((draw) => {
        const pin = new Path2D("M34 64 C29 52 14 42 14 26 A20 20 0 0 1 54 26 C54 42 39 52 34 64 Z");
        cased(draw, pin, p.weldBright, p.pinCasing, p.pinEdge);
        draw.fillStyle = p.pinEdge;
        draw.fill(round(34, 26, 7));
      }),
  };
}

/** The name of a mark and where it leads; nothing for a mark without either. */
export function describeMark(feature: MapGeoJSONFeature, words: Record<string, string>): HTMLElement | undefined {
  const told = feature.properties as { label?: string; url?: string; name?: string; id?: string };
  const label = told.label ?? told.name;
  const url = told.url ?? (told.id && words.place_link ? words.place_link + told.id : undefined);
  if (!label && !url) return undefined;
  const said = document.createElement("div");
  if (label) {
    const name = document.createElement("strong");
    name.textContent = label;
    said.append(name);
  }
  if (url) {
    const link = document.createElement("a");
    link.href = url;
    link.textContent = words.open ?? label ?? url;
    const line = document.createElement("p");
    line.append(link);
    said.append(line);
  }
  return said;
}
