// SPDX-License-Identifier: EUPL-1.2
// What every page must be: readable for everybody (axe), as wide as the screen, made of our own files only, silent in the console.
import { readFileSync } from "node:fs";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Notes what a page fetches from elsewhere and what it complains about. */
export function watch(context, origin) {
  const notes = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) notes.push(`fetches from elsewhere: ${url}`);
  });
  context.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // That the page itself is "not found" is what was asked for.
    if (/Failed to load resource.*404/.test(message.text()) && /nergens|BU99999999/i.test(message.location().url)) return;
    notes.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (trouble) => notes.push(`error in a script: ${trouble.error().message}`));
  return {
    take() {
      return notes.splice(0);
    },
  };
}

export async function settle(page) {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

let source;
/** Violations of WCAG 2.2 AA and of good practice, each with where. */
export async function runAxe(page, axeFile) {
  source ??= readFileSync(axeFile, "utf8");
  await page.evaluate(source);
  const violations = await page.evaluate(
    async (tags) => (await window.axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })).violations,
    rules,
  );
  return violations.map((violation) => {
    const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(" ")} (${(node.any[0] ?? node.all[0] ?? node.none[0])?.message ?? ""})`);
    return `${violation.id}: ${violation.help}; ${violation.nodes.length} times: ${where.join("; ")}`;
  });
}

/** Does the page scroll sideways, and by what? A table in a box of its own may. */
export async function findOverflow(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return [];
    const boxed = (element) => {
      for (let above = element.parentElement; above && above !== document.body; above = above.parentElement) {
        if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(above).overflowX)) return true;
      }
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")]
      .filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && !boxed(element))
      .slice(-4)
      .map((element) => `${element.tagName.toLowerCase()}.${element.getAttribute("class") ?? ""} to ${Math.round(element.getBoundingClientRect().right)}`);
    return [`${root.scrollWidth} px of page on ${root.clientWidth} px of screen: ${wide.join(", ")}`];
  });
}
