// SPDX-License-Identifier: EUPL-1.2
// A part of a page that others add to ([data-renew="seconds"], with an id) is fetched again while somebody looks at it. A button stops it.
// Where the page has a form that belongs to a stage, and the group went on, the page comes anew; but not while something is being typed.
const mostMisses = 5;

function isTyping(): boolean {
  return [...document.querySelectorAll<HTMLTextAreaElement>("main textarea")].some((field) => field.value.trim() !== "");
}

function addButton(part: HTMLElement): { runs: () => boolean } {
  let running = true;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--subtle noprint renew";
  const write = () => {
    button.textContent = (running ? part.dataset.renewStop : part.dataset.renewGo) ?? "";
  };
  button.addEventListener("click", () => {
    running = !running;
    write();
  });
  write();
  part.after(button);
  return { runs: () => running };
}

/** Says once that the group went on, while the visitor is still writing. */
function tellMoved(part: HTMLElement): void {
  const id = `${part.id}-verder`;
  if (document.getElementById(id)) return;
  const said = document.createElement("p");
  said.id = id;
  said.setAttribute("role", "status");
  said.textContent = part.dataset.renewMoved ?? "";
  part.before(said);
}

async function renew(part: HTMLElement): Promise<boolean> {
  const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
  if (!answer.ok) return false;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(part.id);
  if (!fresh) return false;
  if (fresh.dataset.renewStage !== part.dataset.renewStage) {
    if (!isTyping()) location.replace(location.pathname);
    else tellMoved(part);
    return true;
  }
  if (fresh.innerHTML !== part.innerHTML) part.replaceChildren(...fresh.childNodes);
  return true;
}

export function keepRenewing(): void {
  for (const part of document.querySelectorAll<HTMLElement>("[data-renew][id]")) {
    const seconds = Number(part.dataset.renew);
    if (!(seconds > 0)) continue;
    const button = addButton(part);
    let misses = 0;
    const timer = setInterval(async () => {
      if (document.hidden || !button.runs()) return;
      try {
        misses = (await renew(part)) ? 0 : misses + 1;
      } catch {
        misses += 1;
      }
      // The session ended, or the connection is gone for long: what stands there stays.
      if (misses >= mostMisses) clearInterval(timer);
    }, seconds * 1000);
  }
}
