// SPDX-License-Identifier: EUPL-1.2
// What a page can ask of its map beside areas: marks and ways of its own, and many points drawn together. The page is that of reach with
// another figure in the place of its own; all that it shows is made up here (verzonnen).
import { runAxe, settle, watch } from "./look.mjs";

const middle = [5.91, 52.557];
const at = (east, north) => [middle[0] + east / 1000, middle[1] + north / 1000];
const point = (mark, label, coordinates, url) => ({ type: "Feature", properties: { mark, label, ...(url ? { url } : {}) }, geometry: { type: "Point", coordinates } });
const way = (track, ...coordinates) => ({ type: "Feature", properties: { track }, geometry: { type: "LineString", coordinates } });

const own = {
  box: [middle[0] - 0.006, middle[1] - 0.004, middle[0] + 0.006, middle[1] + 0.004],
  points: {
    type: "FeatureCollection",
    features: [
      way("route", at(-4, -1), at(-2, 0), at(0, 0)),
      way("unsure", at(0, 0), at(2, 1), at(4, 1)),
      way("back", at(4, 1), at(2, -1), at(-4, -1)),
      point("home", "Hier begint u (verzonnen)", at(-4, -1)),
      point("place", "Winkel (verzonnen)", at(0, 0), "/nl/plekken"),
      point("bench", "", at(-2, 0)),
      point("pin", "", at(4, 1)),
      point("gains", "", at(1, 2)),
      point("maybe", "", at(1.5, 2)),
      point("stays", "", at(2, 2)),
    ],
  },
};
const crowd = {
  type: "FeatureCollection",
  note: "verzonnen",
  features: Array.from({ length: 1500 }, (_, n) => point("place", `verzonnen ${n}`, [5.89 + ((n * 7) % 50) / 1250, 52.545 + Math.floor(n / 50) / 1250])),
};

const dataMap = (text) =>
  JSON.parse(/data-map="([^"]*)"/.exec(text)[1].replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"));

/** The page of reach with a figure that asks for this, and nothing of its areas. */
async function openWith(page, origin, asked) {
  // What counts many points is named by the pages that have them.
  const { marks_worker } = dataMap(await (await fetch(`${origin}/nl/plekken?waar=bench`)).text());
  await page.route(/\/nl\/bereik$/, async (route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    const now = JSON.stringify({ ...dataMap(text), areas: undefined, marks_worker, ...asked }).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    await route.fulfill({ response: answer, body: text.replace(/data-map="[^"]*"/, () => `data-map="${now}"`) });
  });
  await page.route("**/verzonnen.geojson", (route) => route.fulfill({ contentType: "application/geo+json", body: JSON.stringify(crowd) }));
  await page.goto(`${origin}/nl/bereik`);
  await settle(page);
  await page.locator(".mapbutton").click();
  await page.waitForFunction(() => performance.getEntriesByName("map-idle").length > 0, undefined, { timeout: 30000 });
}

async function checkOwn(tally, browser, origin, axeFile) {
  for (const colours of ["light", "dark"]) {
    const context = await browser.newContext({ reducedMotion: "reduce", colorScheme: colours, viewport: { width: 1440, height: 900 } });
    const notes = watch(context, origin);
    const page = await context.newPage();
    await tally.check(`marks ${colours}: Enter on a place in the middle opens its name and its link`, async () => {
      await openWith(page, origin, own);
      await page.locator("#kaart canvas").focus();
      await page.keyboard.press("Enter");
      const popup = page.locator(".maplibregl-popup-content");
      await popup.waitFor({ timeout: 5000 });
      const faults = [];
      if (!(await popup.textContent()).includes("Winkel (verzonnen)")) faults.push(`it says ${await popup.textContent()}`);
      if ((await popup.locator("a").getAttribute("href")) !== "/nl/plekken") faults.push("its link goes elsewhere");
      return [...faults, ...(await runAxe(page, axeFile)), ...notes.take()];
    });
    await context.close();
  }
}

async function checkCrowd(tally, browser, origin, axeFile) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
  const notes = watch(context, origin);
  const page = await context.newPage();
  await tally.check("many points: they are drawn together, a click comes closer until they fall apart", async () => {
    await openWith(page, origin, { marks: "/verzonnen.geojson", box: [5.885, 52.54, 5.935, 52.575] });
    await page.waitForFunction(() => performance.getEntriesByName("map-marks").length > 0, undefined, { timeout: 10000 });
    const canvas = page.locator("#kaart canvas");
    const before = await page.locator(".maplibregl-ctrl-scale").evaluate((scale) => scale.textContent + scale.style.width);
    const { width, height } = await canvas.boundingBox();
    // Where a circle is, the cursor says so.
    let found;
    for (let step = 0; step < 400 && !found; step += 1) {
      const position = { x: width * (0.2 + (0.6 * (step % 20)) / 20), y: height * (0.2 + (0.6 * Math.floor(step / 20)) / 20) };
      await canvas.hover({ position });
      if ((await canvas.evaluate((there) => there.style.cursor)) === "pointer") found = position;
    }
    if (!found) return ["no circle was found"];
    await canvas.click({ position: found });
    await page.waitForFunction(
      (was) => {
        const scale = document.querySelector(".maplibregl-ctrl-scale");
        return scale.textContent + scale.style.width !== was;
      },
      before,
      { timeout: 5000 },
    );
    return [...(await runAxe(page, axeFile)), ...notes.take()];
  });
  await context.close();
}

export async function checkMarks(tally, browser, origin, axeFile) {
  await checkOwn(tally, browser, origin, axeFile);
  await checkCrowd(tally, browser, origin, axeFile);
}
