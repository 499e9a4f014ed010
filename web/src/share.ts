// SPDX-License-Identifier: EUPL-1.2
// A link to pass on (a[data-copied]): a click copies its address where the browser lets a page do so, and says it. Without
// script, or without that right, it is an ordinary link.
export function copyShares(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-copied]")) {
    if (!navigator.clipboard) continue;
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    said.className = "small soft";
    link.after(" ", said);
    link.addEventListener("click", async (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      try {
        await navigator.clipboard.writeText(link.href);
        said.textContent = link.dataset.copied ?? "";
      } catch {
        location.href = link.href;
      }
    });
  }
}
