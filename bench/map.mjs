// SPDX-License-Identifier: EUPL-1.2
// The map with streets in headless Chromium without a graphics card: ./wf bench map   (or: node bench/map.mjs PROGRAM [RUNS])
//
// Starts the program with the demonstration (PROGRAM may be the address of a server that runs already) and tells the median of RUNS
// (5), with the lowest and the highest, each run in a browser context of its own, so with empty caches:
// first paint of a page; map idle, from the press of the button until nothing is drawn any more; bytes as they went over the line;
// 100,000 made-up points (verzonnen) shown clustered, from the press until the first clusters are drawn; an answer to a chosen spot.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { loadavg } from "node:os";
import { gzipSync } from "node:zlib";

import { startSite } from "../tests/browser/site.mjs";

const { chromium } = createRequire(new URL("../web/package.json", import.meta.url))("playwright-core");
const [program = "build/release/weefsel", runs = "5"] = process.argv.slice(2);
const times = Number(runs);
const plenty = 100_000;

const site = await startSite(program);
const browser = await chromium.launch({
  executablePath: process.env.WEEFSEL_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking", "--disable-component-update", "--no-first-run"],
});

const middle = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

function tell(name, values, asked, unit = "ms") {
  const median = middle(values);
  const verdict = asked === undefined ? "" : median <= asked ? `asked ${asked}: so` : `asked ${asked}: MISSED`;
  const numbers = `${median.toFixed(0)} (${Math.min(...values).toFixed(0)}-${Math.max(...values).toFixed(0)}) ${unit}`;
  console.log(`${name.padEnd(64)} ${numbers.padStart(28)}  ${verdict}`);
}

/** The median of `times` runs of `work`, each on a new page of this width. */
async function measure(name, width, asked, work) {
  const values = [];
  for (let run = 0; run < times; run += 1) {
    const context = await browser.newContext({ viewport: { width, height: 900 } });
    values.push(await work(await context.newPage(), run));
    await context.close();
  }
  tell(name, values, asked);
}

const since = (page, mark) =>
  page.evaluate((name) => performance.getEntriesByName(name)[0].startTime - performance.getEntriesByName("map-pressed")[0].startTime, mark);

async function firstPaint(page, path) {
  await page.goto(site.origin + path);
  return page.evaluate(
    () =>
      new Promise((done) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName("first-contentful-paint");
          if (paint) done(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
}

/** Presses without pointing first: a finger gives no warning either. */
async function press(page, mark) {
  await page.waitForSelector(".mapbutton");
  await page.waitForTimeout(300); // the page itself is ready
  await page.evaluate(() => document.querySelector(".mapbutton").click());
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark, { timeout: 60000 });
  return since(page, mark);
}

/** Bytes over the line of what a page fetches while `work` is done. */
async function weigh(path, work) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const sizes = [];
  page.on("requestfinished", (request) => sizes.push(request.sizes().then((size) => [request.url(), size.responseBodySize])));
  await page.goto(site.origin + path);
  await page.waitForLoadState("networkidle");
  if (work) {
    sizes.length = 0;
    await work(page);
    await page.waitForLoadState("networkidle");
  }
  const all = await Promise.all(sizes);
  await context.close();
  return (belongs) => all.filter(([url]) => belongs(new URL(url).pathname)).reduce((sum, [, bytes]) => sum + bytes, 0) / 1000;
}

/** Always the same points, in and around the demonstration's town: a small generator with a seed (mulberry32). */
function makePoints() {
  let state = 20240101;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const features = Array.from({ length: plenty }, (_, at) => ({
    type: "Feature",
    properties: { label: `verzonnen ${at}` },
    geometry: { type: "Point", coordinates: [Number((5.8 + 0.25 * chance()).toFixed(5)), Number((52.48 + 0.14 * chance()).toFixed(5))] },
  }));
  return JSON.stringify({ type: "FeatureCollection", note: "verzonnen", features });
}

const crowded = "/nl/plekken?waar=bench";

/** The same site with these points in the place of the benches: stands before it, as the server of a province would. */
async function startSiteWithMarks(points) {
  const packed = gzipSync(points);
  const server = createServer(async (request, response) => {
    if (request.url === "/verzonnen.geojson") {
      response.writeHead(200, { "Content-Type": "application/geo+json", "Content-Encoding": "gzip", "Content-Length": packed.length });
      response.end(packed);
      return;
    }
    const answer = await fetch(site.origin + request.url);
    let body = Buffer.from(await answer.arrayBuffer());
    if (request.url === crowded) {
      const page = body.toString();
      const marked = page.replace(/&quot;marks&quot;:&quot;[^&]*&quot;/, "&quot;marks&quot;:&quot;/verzonnen.geojson&quot;");
      if (marked === page) throw new Error(`${crowded} has no map of many places`);
      body = Buffer.from(marked);
    }
    const headers = { "Content-Length": body.length };
    for (const name of ["content-type", "content-security-policy", "cache-control"]) if (answer.headers.has(name)) headers[name] = answer.headers.get(name);
    response.writeHead(answer.status, headers);
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}`, megabytes: packed.length / 1e6, stop: () => server.close() };
}

/** The script and its worker are there before the press. */
async function warmUp(page) {
  await page.waitForSelector(".mapbutton");
  await page.evaluate(async () => {
    const place = JSON.parse(document.querySelector("[data-map]").dataset.map);
    await Promise.all([fetch(place.worker).then((answer) => answer.text()), import(new URL(place.script, location.href).href)]);
  });
}

/** Another spot in each run: an answer that was given before is kept. */
async function pickSpot(page, run) {
  await page.goto(`${site.origin}/nl/kansen/wat-als?wat=place&wie=rollator&waar=supermarket`);
  await press(page, "map-idle");
  await page.evaluate(() => {
    const said = document.querySelector(".picksaid");
    new MutationObserver(() => performance.mark(/\d/.test(said.textContent) ? "said" : "asked")).observe(said, { childList: true });
  });
  const canvas = page.locator("#wijs-aan canvas");
  const { width, height } = await canvas.boundingBox();
  await canvas.click({ position: { x: width * (0.4 + 0.02 * run), y: height * (0.4 + 0.03 * run) } });
  await page.waitForFunction(() => performance.getEntriesByName("said").length > 0);
  return page.evaluate(() => performance.getEntriesByName("said")[0].startTime - performance.getEntriesByName("asked")[0].startTime);
}

try {
  console.log(`load before: ${loadavg()[0].toFixed(1)}\n`);
  await measure("(warming up, not counted)", 1440, undefined, (page) => firstPaint(page, "/nl/bereik"));
  for (const path of ["/nl", "/nl/bereik"]) await measure(`first paint of ${path} at 1440`, 1440, 1000, (page) => firstPaint(page, path));
  for (const width of [390, 1440]) {
    await measure(`map idle at ${width}, from a cold press`, width, 2000, async (page) => {
      await page.goto(`${site.origin}/nl/bereik`);
      return press(page, "map-idle");
    });
  }
  const points = makePoints();
  const marked = await startSiteWithMarks(points);
  console.log(`\n${plenty} points (verzonnen), ${(points.length / 1e6).toFixed(1)} MB of GeoJSON, ${marked.megabytes.toFixed(1)} MB over the line`);
  for (const warm of [true, false]) {
    await measure(`first clusters drawn, ${warm ? "script loaded before" : "from a cold press"}`, 1440, warm ? 1000 : undefined, async (page) => {
      await page.goto(marked.origin + crowded);
      if (warm) await warmUp(page);
      return press(page, "map-marks");
    });
  }
  marked.stop();
  console.log("");
  await measure("a spot chosen on the map, until the answer is said", 1440, 1000, pickSpot);

  console.log("");
  const page = await weigh("/nl/bereik");
  tell("page /nl/bereik: HTML, style, script", [page((path) => /bereik|\.css$|\.js$/.test(path))], 60, "kB");
  tell("its letters and logo", [page((path) => /\.(woff2|svg)$/.test(path))], undefined, "kB");
  // The browser does not tell of what a worker fetches: asked for by the page itself.
  const script = await weigh("/nl/bereik", (opened) =>
    opened.evaluate(async () => {
      const place = JSON.parse(document.querySelector("[data-map]").dataset.map);
      for (const address of [place.script, place.worker, place.style]) await (await fetch(address)).text();
    }),
  );
  tell("script, worker and style of the map", [script(() => true)], 500, "kB");
} finally {
  await browser.close();
  await site.stop();
}
