// SPDX-License-Identifier: EUPL-1.2
// What a figure asks of the map: the JSON in its data-map, written by the page.
import type { Early } from "./map_early";

export interface MapPlace {
  script: string;
  style: string;
  worker: string;
  tiles: string; // address of the TileJSON
  words: Record<string, string>;
  areas?: string; // address of a GeoJSON: neighbourhoods in five classes
  marks_worker?: string; // what counts them
  early?: Early; // it was started before this script was there
  marks?: string; // address of a GeoJSON with many points: drawn together where they are close
  dots?: string; // address of a GeoJSON with many points, each drawn: gains, maybe, stays
  points?: GeoJSON.FeatureCollection; // marks and tracks of this page
  box?: [number, number, number, number]; // west, south, east, north: what is seen first
  pick?: "one" | "two"; // the visitor chooses a spot, or two
  pick_two_when?: { field: string; values: string[] }; // ... two when this field of the form says so
}

/** A map that is there. */
export interface OpenMap {
  resize(): void;
  redraw(place: MapPlace): void;
}

export interface MapModule {
  weefselMap?: (box: HTMLElement, place: MapPlace) => Promise<OpenMap>;
}

/** Said by the map when it has put a new answer on the page: what belongs to a new piece of page can start there. */
export const newPiece = "weefsel:piece";
