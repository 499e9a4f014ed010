// SPDX-License-Identifier: EUPL-1.2
// What somebody typed in a form survives a lost connection: it is kept in this tab until the form was taken, and put back when it was
// not. Never a password, never anything hidden; gone when the tab closes or somebody logs out.
type Kept = Record<string, string[]>;

function fields(form: HTMLFormElement): HTMLElement[] {
  return [...form.elements].filter((one): one is HTMLElement => {
    if (!(one instanceof HTMLElement)) return false;
    const type = (one as HTMLInputElement).type;
    // A password is one too while it is shown (password.ts).
    const isSecret = type === "password" || one.dataset.show !== undefined;
    return (one as HTMLInputElement).name !== "" && !isSecret && !["hidden", "submit", "button", "file"].includes(type);
  });
}

function read(form: HTMLFormElement): Kept {
  const kept: Kept = {};
  for (const one of fields(form) as HTMLInputElement[]) {
    const values = (kept[one.name] ??= []);
    if (one.type === "checkbox" || one.type === "radio") {
      if (one.checked) values.push(one.value);
    } else {
      values.push(one.value);
    }
  }
  return kept;
}

function putBack(form: HTMLFormElement, kept: Kept): boolean {
  let changed = false;
  const places: Record<string, number> = {};
  for (const one of fields(form) as HTMLInputElement[]) {
    const values = kept[one.name];
    if (!values) continue;
    if (one.type === "checkbox" || one.type === "radio") {
      const wanted = values.includes(one.value);
      changed ||= one.checked !== wanted;
      one.checked = wanted;
    } else {
      const place = (places[one.name] = (places[one.name] ?? -1) + 1);
      const wanted = values[place] ?? "";
      changed ||= one.value !== wanted;
      one.value = wanted;
    }
  }
  return changed;
}

function tell(form: HTMLFormElement, forget: () => void): void {
  const said = document.createElement("p");
  said.setAttribute("role", "status");
  said.className = "soft";
  said.textContent = `${form.dataset.draft} `;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "utrecht-button utrecht-button--subtle";
  button.textContent = form.dataset.draftClear ?? "";
  button.addEventListener("click", () => {
    forget();
    form.reset();
    said.remove();
  });
  said.append(button);
  form.prepend(said);
}

/** A form that was taken ends in being sent on to a page: then what was sent is not needed any more. */
function forgetWhatWasTaken(): void {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  if (!entry || entry.redirectCount === 0) return;
  for (const name of Object.keys(sessionStorage)) {
    if (name.startsWith("draft ") && (JSON.parse(sessionStorage.getItem(name) ?? "{}") as { sent?: boolean }).sent) sessionStorage.removeItem(name);
  }
}

export function keepDrafts(): void {
  try {
    forgetWhatWasTaken();
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
      const name = `draft ${location.pathname} ${form.id}`;
      const forget = () => sessionStorage.removeItem(name);
      const text = sessionStorage.getItem(name);
      const hasFaults = document.getElementById(`${form.id}-fouten`) !== null;
      if (text && !hasFaults && putBack(form, (JSON.parse(text) as { fields: Kept }).fields)) tell(form, forget);
      const keep = (sent: boolean) => sessionStorage.setItem(name, JSON.stringify({ fields: read(form), sent }));
      form.addEventListener("input", () => keep(false));
      form.addEventListener("submit", () => keep(true));
    }
  } catch {
    // A browser that keeps nothing: forms work as ever.
  }
}
