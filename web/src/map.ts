// SPDX-License-Identifier: EUPL-1.2
// The map with streets, in the place of a drawing that needs no script. Loaded only when somebody asks for it, from this site
// alone; where the browser cannot draw it (no WebGL 2) the drawing stays.
import {
  AttributionControl,
  type GeoJSONSource,
  Map as Sheet,
  NavigationControl,
  prewarm,
  ScaleControl,
  setWorkerCount,
  setWorkerUrl,
  type StyleSpecification,
} from "maplibre-gl";
import { areaLayers, hatches } from "./map_areas";
import { Crowd } from "./map_crowd";
import { markImages, markLayers, markSources } from "./map_marks";
import { startOpening } from "./map_open";
import { startPicking } from "./map_pick";
import type { MapModule, MapPlace, OpenMap } from "./map_place";
import { baseLayers, readPalette } from "./map_style";

type Box = [number, number, number, number];

/** Smallest box around all points of a GeoJSON collection. */
function boxOf(features: GeoJSON.Feature[]): Box | undefined {
  let box: Box | undefined;
  const walk = (at: unknown): void => {
    if (!Array.isArray(at)) return;
    if (typeof at[0] === "number" && typeof at[1] === "number") {
      const [x, y] = at as [number, number];
      box = box ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)] : [x, y, x, y];
      return;
    }
    at.forEach(walk);
  };
  for (const feature of features) if (feature.geometry && "coordinates" in feature.geometry) walk(feature.geometry.coordinates);
  return box;
}

async function read(address: string) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

/** What is seen first: the box of the page, else its areas, else its marks. */
function firstView(place: MapPlace, areas: GeoJSON.FeatureCollection | undefined): Box | undefined {
  if (place.box) return place.box;
  const inView = areas?.features.filter((feature) => feature.properties?.in_view) ?? [];
  return boxOf(inView.length > 0 ? inView : (areas?.features ?? [])) ?? boxOf(place.points?.features ?? []);
}

function wordsOf(words: Record<string, string>) {
  return {
    "NavigationControl.ZoomIn": words.zoom_in,
    "NavigationControl.ZoomOut": words.zoom_out,
    "Map.Title": words.title,
    "Popup.Close": words.close,
    "AttributionControl.ToggleAttribution": words.attribution,
    "CooperativeGesturesHandler.WindowsHelpText": words.scroll,
    "CooperativeGesturesHandler.MacHelpText": words.scroll_mac,
    "CooperativeGesturesHandler.MobileHelpText": words.two_fingers,
  };
}

export async function showMap(box: HTMLElement, asked: MapPlace): Promise<OpenMap> {
  let place = asked;
  const crowd = place.marks ? new Crowd(place) : undefined; // starts to count at once
  setWorkerUrl(new URL(place.worker, location.href).href);
  setWorkerCount(1);
  prewarm(); // while the addresses below answer
  const [tiles, areas] = await Promise.all([read(place.tiles), place.areas ? read(place.areas) : undefined]);
  tiles.tiles = tiles.tiles.map((address: string) => new URL(address, location.href).href.replace(/%7B/g, "{").replace(/%7D/g, "}"));
  const language = document.documentElement.lang || "nl";

  // Many points are what somebody came for: streets wait until the first are seen.
  let isBare = crowd !== undefined;
  const style = (): StyleSpecification => {
    const palette = readPalette(document.documentElement);
    const whole = baseLayers(palette);
    const base = isBare ? { below: whole.below.slice(0, 1), above: [], names: [] } : whole;
    const over = areas ? areaLayers(palette) : { fills: [], edges: [], numbers: [] };
    return {
      version: 8,
      sources: {
        ...(isBare ? {} : { streets: { type: "vector" as const, ...tiles } }),
        ...(areas ? { areas: { type: "geojson" as const, data: areas, promoteId: "code" } } : {}),
        ...markSources(place, crowd?.shown),
      },
      layers: [
        ...base.below,
        ...over.fills,
        ...base.above,
        ...over.edges,
        ...base.names,
        ...over.numbers,
        ...markLayers(palette, place, language),
      ],
    };
  };
  const sheet = new Sheet({
    container: box,
    style: style(),
    bounds: firstView(place, areas),
    fitBoundsOptions: { padding: 16, maxZoom: 17 },
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true, // a page that is scrolled stays a page
    fadeDuration: 0, // nothing moves by itself, and the map stands still sooner
    validateStyle: false, // it is ours, and the browser tests draw it
    locale: wordsOf(place.words),
  });
  sheet.touchZoomRotate.disableRotation();
  sheet.keyboard.disableRotation();
  sheet.addControl(new NavigationControl({ showCompass: false }), "top-right");
  sheet.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  sheet.addControl(new AttributionControl({ compact: false }), "bottom-right");
  sheet.setMissingStyleImageResolver((id) => {
    const palette = readPalette(document.documentElement);
    const image = { ...hatches(palette), ...markImages(palette) }[id];
    if (image && !sheet.hasImage(id)) sheet.addImage(id, image(), { pixelRatio: 2 });
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => sheet.setStyle(style(), { diff: false }));

  const opened: OpenMap = {
    resize: () => sheet.resize(),
    redraw(other) {
      place = { ...place, points: other.points, dots: other.dots, pick: other.pick };
      if (!sheet.getSource("dots") !== !place.dots) {
        sheet.setStyle(style());
        return;
      }
      const now = markSources(place);
      (sheet.getSource("points") as GeoJSONSource).setData(now.points.data);
      if (now.dots) (sheet.getSource("dots") as GeoJSONSource).setData(now.dots.data);
    },
  };
  if (place.pick) startPicking(sheet, box, () => place, opened);
  else startOpening(sheet, place.words, crowd);
  sheet.once("idle", () => performance.mark("map-idle"));
  crowd?.show(sheet, () => {
    isBare = false;
    sheet.setStyle(style());
  });
  // A square that does not come leaves a hole; only a browser that cannot draw at all throws above.
  await new Promise<void>((done) => sheet.once("load", () => done()));
  return opened;
}

(window as MapModule).weefselMap = showMap;
