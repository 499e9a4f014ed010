// SPDX-License-Identifier: EUPL-1.2
// The map with streets, in the place of a drawing that needs no script. Loaded only when somebody asks for it, from this site
// alone; where the browser cannot draw it (no WebGL 2) the drawing stays.
import {
  AttributionControl,
  Map as Sheet,
  type MapGeoJSONFeature,
  NavigationControl,
  Popup,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import { areaLayers, hatches } from "./map_areas";
import { baseLayers, readPalette } from "./map_style";

export interface MapPlace {
  worker: string;
  tiles: string; // address of the TileJSON
  areas: string; // address of the GeoJSON
  words: Record<string, string>;
}

const dark = () => window.matchMedia("(prefers-color-scheme: dark)");

/** Smallest box around all points of a GeoJSON collection. */
function boxOf(collection: GeoJSON.FeatureCollection): [number, number, number, number] | undefined {
  let box: [number, number, number, number] | undefined;
  const walk = (at: unknown): void => {
    if (!Array.isArray(at)) return;
    if (typeof at[0] === "number" && typeof at[1] === "number") {
      const [x, y] = at as [number, number];
      box = box
        ? [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
        : [x, y, x, y];
      return;
    }
    at.forEach(walk);
  };
  for (const feature of collection.features) if (feature.geometry && "coordinates" in feature.geometry) walk(feature.geometry.coordinates);
  return box;
}

/** What a person hears or reads of an area. */
function describe(feature: MapGeoJSONFeature, words: Record<string, string>): HTMLElement {
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

export async function showMap(box: HTMLElement, place: MapPlace): Promise<Sheet> {
  setWorkerUrl(new URL(place.worker, location.href).href);
  const [tiles, areas] = await Promise.all(
    [place.tiles, place.areas].map(async (address) => {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer.json();
    }),
  );
  tiles.tiles = tiles.tiles.map((address: string) => new URL(address, location.href).href.replace(/%7B/g, "{").replace(/%7D/g, "}"));
  const inView = (areas as GeoJSON.FeatureCollection).features.filter((feature) => feature.properties?.in_view);
  const whole = boxOf({ type: "FeatureCollection", features: inView.length > 0 ? inView : areas.features });

  const style = () => {
    const palette = readPalette(document.documentElement);
    return {
      version: 8 as const,
      sources: {
        streets: { type: "vector" as const, ...tiles },
        areas: { type: "geojson" as const, data: areas, promoteId: "code" },
      },
      layers: [...baseLayers(palette).below, ...areaLayers(palette), ...baseLayers(palette).above],
    };
  };
  const sheet = new Sheet({
    container: box,
    style: style(),
    bounds: whole,
    fitBoundsOptions: { padding: 16 },
    maxZoom: 18,
    attributionControl: false,
    dragRotate: false,
    pitchWithRotate: false,
    touchPitch: false,
    cooperativeGestures: true, // a page that is scrolled stays a page
    fadeDuration: window.matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 150,
    locale: {
      "NavigationControl.ZoomIn": place.words.zoom_in,
      "NavigationControl.ZoomOut": place.words.zoom_out,
      "Map.Title": place.words.title,
      "Popup.Close": place.words.close,
      "AttributionControl.ToggleAttribution": place.words.attribution,
      "CooperativeGesturesHandler.WindowsHelpText": place.words.scroll,
      "CooperativeGesturesHandler.MacHelpText": place.words.scroll_mac,
      "CooperativeGesturesHandler.MobileHelpText": place.words.two_fingers,
    },
  });
  sheet.touchZoomRotate.disableRotation();
  sheet.addControl(new NavigationControl({ showCompass: false }), "top-right");
  sheet.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
  sheet.addControl(new AttributionControl({ compact: false }), "bottom-right");
  sheet.setMissingStyleImageResolver((id) => {
    const image = hatches(readPalette(document.documentElement))[id];
    if (image && !sheet.hasImage(id)) sheet.addImage(id, image, { pixelRatio: 2 });
  });
  sheet.on("click", "areas", (event) => {
    const feature = event.features?.[0];
    if (!feature) return;
    new Popup({ closeButton: true, maxWidth: "18rem" })
      .setLngLat(event.lngLat)
      .setDOMContent(describe(feature, place.words))
      .addTo(sheet);
  });
  sheet.on("mousemove", "areas", () => (sheet.getCanvas().style.cursor = "pointer"));
  sheet.on("mouseleave", "areas", () => (sheet.getCanvas().style.cursor = ""));
  dark().addEventListener("change", () => sheet.setStyle(style()));
  // A square that does not come leaves a hole; only a browser that cannot draw at all throws above.
  await new Promise<void>((done) => sheet.once("load", () => done()));
  return sheet;
}

declare global {
  interface Window {
    weefselMap?: typeof showMap;
  }
}
window.weefselMap = showMap;
