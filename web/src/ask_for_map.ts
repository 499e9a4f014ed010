// SPDX-License-Identifier: EUPL-1.2
// A drawing that can become a map with streets gets a button for it, where the browser can draw one. A place without a drawing
// (a spot to be chosen) has nothing to see until then.
import { startCounting } from "./map_early";
import type { MapModule, MapPlace } from "./map_place";

let answer: boolean | undefined;
function canDraw(): boolean {
  try {
    answer ??= document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    answer = false;
  }
  return answer;
}

function append<T extends HTMLScriptElement | HTMLLinkElement>(element: T): Promise<void> {
  return new Promise((done, failed) => {
    element.onload = () => done();
    element.onerror = () => failed(new Error("src" in element ? element.src : element.href));
    document.head.append(element);
  });
}

let loaded: Promise<unknown> | undefined;
/** Once for a page; a second try after a failure asks again. */
function load(place: MapPlace): Promise<unknown> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = place.style;
  const script = document.createElement("script");
  script.type = "module";
  script.src = place.script;
  loaded ??= Promise.all([append(link), append(script)]).catch((trouble) => {
    loaded = undefined;
    throw trouble;
  });
  return loaded;
}

/** Who points at the button probably wants the map: what takes longest is fetched beforehand. */
function fetchBefore(place: MapPlace): void {
  const connection = (navigator as { connection?: { saveData?: boolean } }).connection;
  if (connection?.saveData || loaded) return;
  const link = document.createElement("link");
  link.rel = "modulepreload";
  link.href = place.script;
  document.head.append(link);
  for (const address of [place.style, place.worker, place.tiles]) void fetch(address).catch(() => undefined);
}

function offer(figure: HTMLElement): void {
  const place: MapPlace = JSON.parse(figure.dataset.map ?? "{}");
  const drawing = figure.querySelector("svg");
  const words = place.words;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--secondary-action mapbutton noprint";
  button.textContent = words.show;
  button.setAttribute("aria-pressed", "false");
  const said = document.createElement("p");
  said.className = "small soft noprint";
  said.setAttribute("role", "status");
  figure.before(button);
  button.after(said);
  let box: HTMLElement | undefined;

  const open = async () => {
    performance.mark("map-pressed");
    // Not `disabled`: that would take the focus away from who pressed it by keyboard.
    button.setAttribute("aria-disabled", "true");
    said.textContent = words.loading;
    box = document.createElement("div");
    // Over the drawing, which stays to be seen until the map is there: nothing on the page moves twice.
    box.className = drawing ? "mapbox mapbox--coming" : "mapbox mapbox--own";
    if (drawing) box.style.height = `${Math.max(drawing.getBoundingClientRect().height, 360)}px`;
    // Before what stands under the drawing: its legend and source.
    if (drawing) drawing.after(box);
    else figure.append(box);
    try {
      if (place.marks) place.early = startCounting(place);
      await load(place);
      await (window as MapModule).weefselMap?.(box, place);
      drawing?.toggleAttribute("hidden", true);
      box.classList.remove("mapbox--coming");
      said.textContent = words.shown;
      return true;
    } catch (trouble) {
      console.error(trouble);
      box.remove();
      box = undefined;
      drawing?.toggleAttribute("hidden", false);
      said.textContent = words.failed;
      return false;
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };

  const fetchOnce = () => fetchBefore(place);
  button.addEventListener("pointerenter", fetchOnce, { once: true });
  button.addEventListener("focus", fetchOnce, { once: true });
  button.addEventListener("click", async () => {
    if (button.hasAttribute("aria-disabled")) return;
    const now = !box || box.hidden;
    if (!box) {
      if (!(await open())) return;
    } else {
      box.hidden = !now;
      figure.classList.toggle("map--put-away", !now);
      drawing?.toggleAttribute("hidden", now);
      said.textContent = "";
    }
    button.setAttribute("aria-pressed", String(now));
    button.textContent = now ? words.hide : words.show;
  });
}

/** All that can become a map in this part of the page and was not offered yet. */
export function offerMaps(part: ParentNode = document): void {
  for (const figure of part.querySelectorAll<HTMLElement>("[data-map]:not([data-offered])")) {
    if (!canDraw()) return;
    figure.dataset.offered = "";
    offer(figure);
  }
}
