// SPDX-License-Identifier: EUPL-1.2
// What is on the map opens when somebody points at it, or has it in the middle and presses Enter.
import { type LngLatLike, type Map as Sheet, type MapGeoJSONFeature, type Point, Popup } from "maplibre-gl";
import { describeArea } from "./map_areas";
import type { Crowd } from "./map_crowd";
import { describeMark, opening } from "./map_marks";

/** A fingertip, or an eye, is this many pixels off. */
const slack = 22;

const drawing = "http://www.w3.org/2000/svg";

/** Where Enter has its effect: a frame that leaves room for a pin, drawn twice, so that it shows on any ground. */
export function addCrosshair(sheet: Sheet): Element {
  const cross = document.createElementNS(drawing, "svg");
  cross.setAttribute("class", "crosshair");
  cross.setAttribute("viewBox", "0 0 88 88");
  cross.setAttribute("aria-hidden", "true");
  for (const part of ["case", "line"]) {
    const path = document.createElementNS(drawing, "path");
    path.setAttribute("class", `crosshair__${part}`);
    path.setAttribute("d", "M6 22V6H22M66 6H82V22M82 66V82H66M22 82H6V66M44 36V52M36 44H52");
    cross.append(path);
  }
  sheet.getCanvas().after(cross);
  return cross;
}

/** Once the map stands still: somebody who presses Enter means what stands there in the end. */
export async function middleOf(sheet: Sheet): Promise<{ lng: number; lat: number }> {
  if (sheet.isMoving()) await sheet.once("moveend");
  return sheet.getCenter();
}

function showPopup(sheet: Sheet, at: LngLatLike, content: HTMLElement): void {
  const popup = new Popup({ closeButton: true, maxWidth: "18rem" }).setLngLat(at).setDOMContent(content).addTo(sheet);
  popup.getElement().addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    popup.remove();
    event.stopPropagation();
  });
  popup.on("close", () => sheet.getCanvas().focus({ preventScroll: true }));
}

/** What stands nearest to a spot on the screen, marks before areas. */
function findThing(sheet: Sheet, spot: { x: number; y: number }): MapGeoJSONFeature | undefined {
  const layers = opening.filter((layer) => sheet.getLayer(layer));
  const near = sheet.queryRenderedFeatures(
    [
      [spot.x - slack, spot.y - slack],
      [spot.x + slack, spot.y + slack],
    ],
    { layers },
  );
  const distance = (feature: MapGeoJSONFeature) => {
    const at = sheet.project((feature.geometry as GeoJSON.Point).coordinates as [number, number]);
    return Math.hypot(at.x - spot.x, at.y - spot.y);
  };
  near.sort((a, b) => distance(a) - distance(b));
  if (near.length > 0) return near[0];
  return sheet.getLayer("areas") ? sheet.queryRenderedFeatures([spot.x, spot.y], { layers: ["areas"] })[0] : undefined;
}

export function startOpening(sheet: Sheet, words: Record<string, string>, crowd: Crowd | undefined): void {
  const open = (spot: Point) => {
    const thing = findThing(sheet, spot);
    if (!thing) return;
    if (thing.properties.cluster_id !== undefined) {
      void crowd?.open(sheet, thing);
      return;
    }
    const isArea = thing.layer.id === "areas";
    const content = isArea ? describeArea(thing, words) : describeMark(thing, words);
    const at = isArea ? sheet.unproject(spot) : ((thing.geometry as GeoJSON.Point).coordinates as [number, number]);
    if (content) showPopup(sheet, at, content);
  };
  addCrosshair(sheet);
  sheet.on("click", (event) => open(event.point));
  sheet.getCanvas().addEventListener("keydown", async (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    open(sheet.project(await middleOf(sheet)));
  });
  sheet.on("mousemove", (event) => {
    sheet.getCanvas().style.cursor = findThing(sheet, event.point) ? "pointer" : "";
  });
}
