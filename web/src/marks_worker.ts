// SPDX-License-Identifier: EUPL-1.2
// Beside the page: reads many points and says which of them are drawn together in a part of the map. The points themselves never come
// to the page, which would take longer than all the rest.
import { Supercluster } from "@maplibre/geojson-vt";

export type Question =
  | { address: string } // read these; answered with `read`
  | { box: [number, number, number, number]; zoom: number } // what is there; answered with `shown`
  | { cluster: number }; // from which level it falls apart; answered with `zoom`
export type Answer = { read: number } | { shown: GeoJSON.FeatureCollection } | { cluster: number; zoom: number } | { failed: string };

// A fingertip apart, in pixels of a square of 512; nearer by than level 14 each point is itself.
const together = new Supercluster({ radius: 60, extent: 512, maxZoom: 14 });
const answer = (words: Answer) => postMessage(words);

async function read(address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const points = (await response.json()) as GeoJSON.FeatureCollection<GeoJSON.Point>;
  together.load(points.features);
  answer({ read: points.features.length });
}

onmessage = (event: MessageEvent<Question>) => {
  const asked = event.data;
  if ("address" in asked) read(asked.address).catch((trouble) => answer({ failed: String(trouble) }));
  else if ("box" in asked) answer({ shown: { type: "FeatureCollection", features: together.getClusters(asked.box, Math.floor(asked.zoom)) as GeoJSON.Feature[] } });
  else answer({ cluster: asked.cluster, zoom: together.getClusterExpansionZoom(asked.cluster) });
};
