// SPDX-License-Identifier: EUPL-1.2
// Tables that sort in place. Without this script every heading is a link (?sort=key, ?sort=-key) that the server answers;
// with it the rows change places on the page, aria-sort says so, and the address keeps the order for reload and sharing.

type Direction = 1 | -1;
type Cell = { row: HTMLTableRowElement; text: string; number: number | null };

/** The value to sort by: data-v when the cell carries one (a number, or the key that the server sorts by), else what it shows. */
function read(row: HTMLTableRowElement, column: number): Cell {
  const cell = row.cells[column];
  const shown = (cell?.textContent ?? "").trim();
  const given = cell?.dataset.v;
  const number = given === undefined || given === "" ? null : Number(given);
  return { row, text: given ?? shown, number: number !== null && Number.isFinite(number) ? number : null };
}

/** What is not known stands last, in both directions. */
function compare(a: Cell, b: Cell, numeric: boolean, direction: Direction, words: Intl.Collator): number {
  if (!numeric) return direction * words.compare(a.text, b.text);
  if (a.number === null || b.number === null) return Number(a.number === null) - Number(b.number === null);
  return direction * (a.number - b.number);
}

/** The address of the opposite order, for the link that was just followed. */
function opposite(link: HTMLAnchorElement, key: string, direction: Direction): string {
  const address = new URL(link.href);
  address.searchParams.set("sort", direction === 1 ? `-${key}` : key);
  return address.href;
}

function sortBy(table: HTMLTableElement, link: HTMLAnchorElement, words: Intl.Collator): boolean {
  const heading = link.closest("th");
  const wanted = new URL(link.href).searchParams.get("sort");
  const body = table.tBodies[0];
  if (!heading || !wanted || !body) return false;

  const direction: Direction = wanted.startsWith("-") ? -1 : 1;
  const key = wanted.replace(/^-/, "");
  const numeric = heading.classList.contains("n");
  const cells = Array.from(body.rows, (row) => read(row, heading.cellIndex));
  cells.sort((a, b) => compare(a, b, numeric, direction, words));
  body.append(...cells.map((cell) => cell.row));

  for (const other of table.querySelectorAll("thead th[aria-sort]")) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", direction === 1 ? "ascending" : "descending");
  history.replaceState(null, "", link.href);
  link.href = opposite(link, key, direction);
  return true;
}

export function startSorting(part: ParentNode = document): void {
  const words = new Intl.Collator(document.documentElement.lang || "nl", { numeric: true });
  for (const table of part.querySelectorAll<HTMLTableElement>("table.utrecht-table")) {
    table.tHead?.addEventListener("click", (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>("a.sort");
      // A click that asks for a new tab or window is the browser's own.
      if (!link || event.defaultPrevented || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      if (sortBy(table, link, words)) event.preventDefault();
    });
  }
}
