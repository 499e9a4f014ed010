// SPDX-License-Identifier: EUPL-1.2
// Reading and counting many points takes as long as fetching the script of the map: so it begins at the press of the button, beside it.
import type { MapPlace } from "./map_place";
import type { Answer, Question } from "./marks_worker";

export interface Early {
  worker: Worker;
  said: Answer[]; // before somebody listened
}

export function startCounting(place: MapPlace): Early {
  const worker = new Worker(new URL(place.marks_worker as string, location.href), { type: "module" });
  const early: Early = { worker, said: [] };
  worker.onmessage = (event: MessageEvent<Answer>) => early.said.push(event.data);
  worker.postMessage({ address: new URL(place.marks as string, location.href).href } satisfies Question);
  return early;
}
