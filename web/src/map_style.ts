// SPDX-License-Identifier: EUPL-1.2
// How our own squares are drawn: quiet, so that what a page has to say stands out. Colours are those of the tokens.
import type { LayerSpecification } from "maplibre-gl";

export interface Palette {
  land: string;
  built: string;
  grass: string;
  wood: string;
  farm: string;
  water: string;
  road: string;
  casing: string;
  path: string;
  building: string;
  line: string;
  ink: string;
  surface: string;
  classes: string[];
  lineStrong: string;
  data: string;
  onData: string;
  green: string;
  weldBright: string;
  pinEdge: string;
  pinCasing: string;
}

export const font = { "text-font": ["Atkinson Hyperlegible Next Variable"] };
export const labelOf = (p: Palette) => ({ "text-color": p.ink, "text-halo-color": p.surface, "text-halo-width": 1.8 });

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--wf-${name}`).trim();
  return {
    land: token("map-land"),
    built: token("map-built"),
    grass: token("map-green"),
    wood: token("map-wood"),
    farm: token("map-farm"),
    water: token("map-water"),
    road: token("map-road"),
    casing: token("map-casing"),
    path: token("map-path"),
    building: token("map-building"),
    line: token("map-line"),
    ink: token("ink"),
    surface: token("surface"),
    classes: [1, 2, 3, 4, 5].map((n) => token(`seq-${n}`)),
    lineStrong: token("line-strong"),
    data: token("data"),
    onData: token("on-primary"),
    green: token("green"),
    weldBright: token("weld-bright"),
    pinEdge: token("pin-edge"),
    pinCasing: token("pin-case"),
  };
}

const source = "streets";
const isKind = (...kinds: string[]) => ["match", ["get", "kind"], kinds, true, false] as never;
/** One layer for all land: each layer more is drawn again for each square. */
const byUse = (built: string | number, green: string | number, wood: string | number, open: string | number) =>
  ["match", ["get", "kind"], ["built", "industry"], built, "green", green, "wood", wood, open] as never;
/** Width in pixels on level 10, 14 and 18. */
const width = (far: number, middle: number, near: number) =>
  ["interpolate", ["exponential", 1.6], ["zoom"], 10, far, 14, middle, 18, near] as never;

function roads(p: Palette): LayerSpecification[] {
  const round = { "line-cap": "round", "line-join": "round" } as const;
  const line = (id: string, kinds: string[], color: string, size: never, extra: object = {}, minzoom = 0): LayerSpecification => ({
    id,
    type: "line",
    minzoom,
    source,
    "source-layer": "road",
    filter: isKind(...kinds),
    layout: round,
    paint: { "line-color": color, "line-width": size, ...extra },
  });
  return [
    line("casing-street", ["street", "service"], p.casing, width(0.4, 3.4, 20)),
    line("casing-main", ["main", "motorway"], p.casing, width(1.6, 6, 26)),
    line("path", ["path"], p.path, width(0, 1.2, 4), { "line-dasharray": [2, 1] }, 13),
    line("steps", ["steps"], p.path, width(0, 2, 8), { "line-dasharray": [0.5, 0.5] }, 13),
    line("rail", ["rail"], p.path, width(0.6, 1.6, 4)),
    line("ferry", ["ferry"], p.path, width(0.6, 1.2, 3), { "line-dasharray": [3, 3] }),
    line("street", ["street", "service"], p.road, width(0.2, 2.2, 17)),
    line("main", ["main", "motorway"], p.road, width(1, 4.4, 22)),
  ];
}

/** Ground, then water and roads (over the areas: people find their way by the river), then names. */
export function baseLayers(p: Palette): { below: LayerSpecification[]; above: LayerSpecification[]; names: LayerSpecification[] } {
  const surface = (id: string, layer: string, color: string, filter?: never, minzoom = 0): LayerSpecification => ({
    id,
    type: "fill",
    source,
    "source-layer": layer,
    minzoom,
    ...(filter ? { filter } : {}),
    paint: { "fill-color": color },
  });
  const label = labelOf(p);
  return {
    below: [
      { id: "land", type: "background", paint: { "background-color": p.land } },
      {
        id: "land-use",
        type: "fill",
        source,
        "source-layer": "land",
        layout: { "fill-sort-key": byUse(1, 2, 3, 0) },
        paint: { "fill-color": byUse(p.built, p.grass, p.wood, p.farm) },
      },
      surface("square", "square", p.road),
      surface("building", "building", p.building, undefined, 14),
    ],
    above: [
      surface("water", "water", p.water),
      {
        id: "waterway",
        type: "line",
        source,
        "source-layer": "waterway",
        paint: { "line-color": p.water, "line-width": width(0.5, 1.5, 6) },
      },
      ...roads(p),
    ],
    names: [
      {
        id: "street-name",
        type: "symbol",
        source,
        "source-layer": "road",
        minzoom: 14,
        filter: isKind("street", "main", "path"),
        layout: { ...font, "symbol-placement": "line", "text-field": ["get", "name"], "text-size": 14 },
        paint: label,
      },
      {
        id: "house-number",
        type: "symbol",
        source,
        "source-layer": "number",
        minzoom: 17,
        layout: { ...font, "text-field": ["get", "number"], "text-size": 13 },
        paint: label,
      },
      {
        id: "place-name",
        type: "symbol",
        source,
        "source-layer": "place",
        maxzoom: 13,
        layout: {
          ...font,
          "text-field": ["get", "name"],
          "text-size": ["match", ["get", "kind"], ["city", "town"], 19, ["village"], 16, 14],
          "symbol-sort-key": ["coalesce", ["get", "rank"], 99],
        },
        paint: label,
      },
    ] as LayerSpecification[],
  };
}
