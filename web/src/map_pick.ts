// SPDX-License-Identifier: EUPL-1.2
// Pointing at a spot instead of typing it: with a finger, with a mouse, or with the arrows and Enter. The spot goes into the form of
// the page and the form is sent as it always is; the answer takes its place on the page, and the map shows what changed.
import type { Map as Sheet } from "maplibre-gl";
import { addCrosshair, middleOf } from "./map_open";
import { type MapPlace, newPiece, type OpenMap } from "./map_place";

/** Pieces of the page that belong to an answer. */
const pieces = ["#antwoord", ".formats"];
const error = "main .msg--error";
/** With Shift: a stride instead of a leap. */
const stride = 12;

type Spot = { lng: number; lat: number };
const written = (spot: Spot) => `${spot.lat.toFixed(5)},${spot.lng.toFixed(5)}`;

function parse(text: string): [number, number] | undefined {
  const found = /^\s*(-?\d+(?:\.\d+)?)\s*[,;]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text);
  return found ? [Number(found[2]), Number(found[1])] : undefined;
}

function field(name: string): HTMLInputElement | null {
  return document.getElementById(name) as HTMLInputElement | null;
}

/** All words of an element, with a space where a screen would have one. */
function wordsIn(element: Element): string {
  const parts: string[] = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) parts.push((walk.currentNode.textContent ?? "").trim());
  return parts.filter(Boolean).join(" ");
}

/** The outcome in words: the sentence of the answer, or what is wrong. */
function sentenceOf(page: ParentNode): string {
  const wrong = page.querySelector("#antwoord .msg--error");
  const said = wrong ? [wrong.querySelector("h2, h3, b, strong") ?? wrong] : page.querySelectorAll("#antwoord .stat, #antwoord .say, #antwoord .sure");
  return [...said].map(wordsIn).map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");
}

/** Puts the answer of another page in its place on this one. An error becomes the answer: it stands where somebody looks. */
function takeOver(page: Document, figure: Element): void {
  document.querySelectorAll(error).forEach((old) => old.remove());
  for (const name of ["plek", "naar"]) {
    document.getElementById(`${name}-fout`)?.remove();
    field(name)?.removeAttribute("aria-invalid");
    field(name)?.removeAttribute("aria-describedby");
  }
  const wrong = page.querySelector(error);
  if (wrong && !page.getElementById("antwoord")) {
    const answer = page.createElement("section");
    answer.id = "antwoord";
    answer.append(wrong);
    page.body.append(answer);
  }
  for (const piece of pieces) {
    const old = document.querySelector(piece);
    const now = page.querySelector(piece);
    if (!now) {
      old?.remove();
      continue;
    }
    const taken = document.importNode(now, true);
    if (old) old.replaceWith(taken);
    else if (piece === "#antwoord") figure.after(taken);
    else (document.querySelector("main > .wrap") ?? document.querySelector("main"))?.append(taken);
    document.dispatchEvent(new CustomEvent(newPiece, { detail: taken }));
  }
}

/** What the points on the map mean; shown once there are any. */
function addLegend(words: Record<string, string>): HTMLElement {
  const list = document.createElement("ul");
  list.className = "legend picklegend";
  for (const [mark, radius] of [["gains", 8], ["maybe", 6.5], ["stays", 4]] as const) {
    const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    drawing.setAttribute("viewBox", "0 0 20 20");
    drawing.setAttribute("aria-hidden", "true");
    const dot = document.createElementNS(drawing.namespaceURI, "circle");
    for (const [name, value] of [["class", mark], ["cx", "10"], ["cy", "10"], ["r", String(radius)]]) dot.setAttribute(name, value);
    drawing.append(dot);
    const item = document.createElement("li");
    item.append(drawing, words[mark] ?? mark);
    list.append(item);
  }
  return list;
}

function addBar(box: HTMLElement, words: Record<string, string>) {
  const bar = document.createElement("div");
  bar.className = "pickbar noprint";
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--primary-action";
  button.textContent = words.pick_here;
  const help = document.createElement("p");
  help.className = "small soft";
  help.id = `${box.parentElement?.id ?? "kaart"}-hulp`;
  help.textContent = words.pick_help;
  const said = document.createElement("p");
  said.className = "picksaid";
  said.setAttribute("role", "status");
  const legend = addLegend(words);
  bar.append(button, said, legend, help);
  box.after(bar);
  return { button, help, legend, said };
}

export function startPicking(sheet: Sheet, box: HTMLElement, place: () => MapPlace, map: OpenMap): void {
  const figure = box.closest<HTMLElement>("[data-map]") as HTMLElement;
  const form = field("plek")?.form;
  if (!form) return;
  const words = place().words;
  const { button, help, legend, said } = addBar(box, words);
  sheet.getCanvas().setAttribute("aria-describedby", help.id);
  legend.hidden = !place().dots;
  addCrosshair(sheet).classList.add("crosshair--always");
  let waiting: AbortController | undefined;
  let half = false; // one end of two was put down
  form.addEventListener("change", () => (half = false));

  const wantsTwo = () => {
    const when = place().pick_two_when;
    return when ? when.values.includes(String(new FormData(form).get(when.field))) : place().pick === "two";
  };

  /** What is filled in, as pins, until the answer draws them. */
  const drawPins = () => {
    const features = ["plek", ...(wantsTwo() ? ["naar"] : [])].flatMap((name): GeoJSON.Feature[] => {
      const at = parse(field(name)?.value ?? "");
      return at ? [{ type: "Feature", properties: { mark: "pin" }, geometry: { type: "Point", coordinates: at } }] : [];
    });
    map.redraw({ ...place(), points: { type: "FeatureCollection", features }, dots: undefined });
    legend.hidden = true;
  };

  const send = async () => {
    waiting?.abort();
    const mine = new AbortController();
    waiting = mine;
    const address = new URL(form.action);
    address.search = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)])).toString();
    said.textContent = words.working;
    try {
      const answer = await fetch(address, { signal: mine.signal, headers: { Accept: "text/html" } });
      const text = await answer.text();
      if (mine.signal.aborted) return;
      const page = new DOMParser().parseFromString(text, "text/html");
      if (!page.getElementById("antwoord") && !page.querySelector(error)) throw new Error(`${address}: ${answer.status}`);
      takeOver(page, figure);
      history.replaceState(null, "", address);
      said.textContent = sentenceOf(document);
      const drawn = figure.id ? page.getElementById(figure.id) : page.querySelector<HTMLElement>("[data-map]");
      if (drawn?.dataset.map) map.redraw(JSON.parse(drawn.dataset.map));
      legend.hidden = !place().dots;
    } catch (trouble) {
      if (mine.signal.aborted) return;
      console.error(trouble);
      said.textContent = words.pick_failed;
    }
  };

  const pick = (spot: Spot) => {
    const at = field("plek") as HTMLInputElement;
    const to = field("naar");
    if (wantsTwo() && to) {
      // An address that was typed is an end as well.
      const isSecond = half || (to.value === "" && at.value !== "" && !parse(at.value));
      half = !isSecond;
      (isSecond ? to : at).value = written(spot);
      if (half) {
        waiting?.abort();
        to.value = "";
        drawPins();
        said.textContent = words.pick_second;
        return;
      }
    } else {
      at.value = written(spot);
    }
    drawPins();
    void send();
  };

  sheet.on("click", (event) => pick(event.lngLat));
  button.addEventListener("click", async () => pick(await middleOf(sheet)));
  sheet.getCanvas().addEventListener(
    "keydown",
    async (event) => {
      if (event.key === "Enter") {
        event.preventDefault();
        pick(await middleOf(sheet));
      } else if (event.shiftKey && event.key.startsWith("Arrow")) {
        event.preventDefault();
        event.stopPropagation();
        const along = { ArrowLeft: -1, ArrowRight: 1 }[event.key] ?? 0;
        const across = { ArrowUp: -1, ArrowDown: 1 }[event.key] ?? 0;
        sheet.panBy([along * stride, across * stride], { animate: false });
      }
    },
    true,
  );
}
