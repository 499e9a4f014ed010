// SPDX-License-Identifier: EUPL-1.2
// Many points on one map: a worker counts which are close together, and only what can be told apart is drawn.
import type { GeoJSONSource, Map as Sheet, MapGeoJSONFeature } from "maplibre-gl";
import type { MapPlace } from "./map_place";
import { startCounting } from "./map_early";
import type { Answer, Question } from "./marks_worker";

export class Crowd {
  shown: GeoJSON.FeatureCollection = { type: "FeatureCollection", features: [] };
  private readonly worker: Worker;
  private sheet: Sheet | undefined;
  private isRead = false;
  private hasFailed = false;
  private then: (() => void) | undefined;
  private opening: ((zoom: number) => void) | undefined;

  constructor(place: MapPlace) {
    const { worker, said } = place.early ?? startCounting(place);
    this.worker = worker;
    this.worker.onmessage = (event: MessageEvent<Answer>) => this.take(event.data);
    for (const answer of said) this.take(answer);
  }

  /** `then`: once the first are drawn, or never will be. */
  show(sheet: Sheet, then: () => void): void {
    this.sheet = sheet;
    this.then = then;
    if (this.hasFailed) sheet.once("load", () => this.goOn());
    sheet.on("moveend", () => this.look());
    sheet.on("render", this.tellFirst);
    this.look();
  }

  async open(sheet: Sheet, feature: MapGeoJSONFeature): Promise<void> {
    const zoom = await new Promise<number>((done) => {
      this.opening = done;
      this.ask({ cluster: feature.properties.cluster_id as number });
    });
    const center = (feature.geometry as GeoJSON.Point).coordinates as [number, number];
    sheet.easeTo({ center, zoom, animate: !window.matchMedia("(prefers-reduced-motion: reduce)").matches });
  }

  private ask(question: Question): void {
    this.worker.postMessage(question);
  }

  /** What is in view and half as much around it. */
  private look(): void {
    if (!this.sheet || !this.isRead) return;
    const view = this.sheet.getBounds();
    const wide = (view.getEast() - view.getWest()) / 4;
    const high = (view.getNorth() - view.getSouth()) / 4;
    this.ask({ box: [view.getWest() - wide, view.getSouth() - high, view.getEast() + wide, view.getNorth() + high], zoom: this.sheet.getZoom() });
  }

  private take(answer: Answer): void {
    if ("read" in answer) {
      this.isRead = true;
      this.look();
    } else if ("shown" in answer) {
      this.shown = answer.shown;
      if (this.shown.features.length === 0) this.goOn(); // none in view
      (this.sheet?.getSource("marks") as GeoJSONSource | undefined)?.setData(this.shown);
    } else if ("zoom" in answer) {
      this.opening?.(answer.zoom);
    } else {
      console.error(answer.failed);
      this.hasFailed = true;
      this.goOn();
    }
  }

  /** For who measures: when the first of them can be seen. */
  private readonly tellFirst = () => {
    const layers = ["marks-many", "marks-one"];
    if (!this.sheet || this.shown.features.length === 0 || this.sheet.queryRenderedFeatures({ layers }).length === 0) return;
    this.sheet.off("render", this.tellFirst);
    performance.mark("map-marks");
    this.goOn();
  };

  private goOn(): void {
    this.then?.();
    this.then = undefined;
  }
}
