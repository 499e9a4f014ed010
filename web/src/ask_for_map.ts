// SPDX-License-Identifier: EUPL-1.2
// A drawing that can become a map with streets gets a button for it, where the browser can draw one.
interface MapModule {
  weefselMap?: (box: HTMLElement, place: object) => Promise<{ resize(): void }>;
}

function canDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

function load(script: string, style: string): Promise<void> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = style;
  const element = document.createElement("script");
  element.type = "module";
  element.src = script;
  return new Promise((done, failed) => {
    element.onload = () => done();
    element.onerror = () => failed(new Error(script));
    document.head.append(link, element);
  });
}

export function offerMaps(): void {
  for (const figure of document.querySelectorAll<HTMLElement>("figure[data-map]")) {
    const place = JSON.parse(figure.dataset.map ?? "{}");
    if (!canDraw()) continue;
    const drawing = figure.querySelector("svg") as SVGElement;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "utrecht-button utrecht-button--secondary-action mapbutton noprint";
    button.textContent = place.words.show;
    button.setAttribute("aria-pressed", "false");
    const said = document.createElement("p");
    said.className = "small soft noprint";
    said.setAttribute("role", "status");
    figure.before(button);
    button.after(said);
    let box: HTMLElement | undefined;

    button.addEventListener("click", async () => {
      const showing = box !== undefined && !box.hidden;
      if (!box) {
        button.disabled = true;
        said.textContent = place.words.loading;
        box = document.createElement("div");
        box.className = "mapbox";
        box.style.height = `${Math.max(drawing.getBoundingClientRect().height, 360)}px`;
        figure.append(box);
        try {
          await load(place.script, place.style);
          drawing.toggleAttribute("hidden", true);
          await (window as MapModule).weefselMap?.(box, place);
          said.textContent = place.words.shown;
        } catch {
          box.remove();
          box = undefined;
          drawing.toggleAttribute("hidden", false);
          said.textContent = place.words.failed;
          button.disabled = false;
          return;
        }
        button.disabled = false;
      } else {
        box.hidden = showing;
        drawing.toggleAttribute("hidden", !showing);
        said.textContent = "";
      }
      const now = !showing;
      button.setAttribute("aria-pressed", String(now));
      button.textContent = now ? place.words.hide : place.words.show;
    });
  }
}
