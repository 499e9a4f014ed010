// SPDX-License-Identifier: EUPL-1.2
// A spot for a what-if, chosen on the map: with a mouse, with a finger, with the keyboard alone, and without script by typing.
import { findOverflow, runAxe, settle, watch } from "./look.mjs";

const path = "/nl/kansen/wat-als?wat=place&wie=rollator&waar=supermarket";
const spot = /^5\d\.\d{5},\d\.\d{5}$/;

async function openPicker(page, origin) {
  await page.goto(origin + path);
  await settle(page);
  await page.locator(".mapbutton").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => performance.getEntriesByName("map-idle").length > 0, undefined, { timeout: 30000 });
}

/** What the status line says in the end. */
async function outcome(page) {
  await page.waitForFunction(
    () => {
      const said = document.querySelector(".picksaid").textContent;
      return said !== "" && !said.startsWith("Even rekenen");
    },
    undefined,
    { timeout: 30000 },
  );
  return page.locator(".picksaid").textContent();
}

async function checkAnswer(page) {
  const faults = [];
  const said = await outcome(page);
  if (!/[+−-]\d.* 65-plussers komen dan/.test(said)) faults.push(`the status says: ${said}`);
  const typed = await page.inputValue("#plek");
  if (!spot.test(typed)) faults.push(`the field holds ${typed}`);
  if (new URL(page.url()).searchParams.get("plek") !== typed) faults.push(`the address is ${page.url()}`);
  if ((await page.locator("#antwoord .stat").count()) !== 1) faults.push("there is no answer on the page, or more than one");
  if ((await page.locator(".formats a").count()) < 2) faults.push("the answer has no other formats");
  return faults;
}

async function checkPointing(tally, browser, origin, axeFile, width, colours) {
  const context = await browser.newContext({ reducedMotion: "reduce", colorScheme: colours, viewport: { width, height: 900 }, hasTouch: width === 390 });
  const notes = watch(context, origin);
  const page = await context.newPage();
  const name = `picking at ${width} ${colours}`;
  await tally.check(`${name}: a ${width === 390 ? "tap" : "click"} on the map gives an answer on the same page`, async () => {
    await openPicker(page, origin);
    const canvas = page.locator("#wijs-aan canvas");
    await canvas.scrollIntoViewIfNeeded();
    const { width: wide, height: high } = await canvas.boundingBox();
    const position = { x: wide * 0.45, y: high * 0.45 };
    if (width === 390) await canvas.tap({ position });
    else await canvas.click({ position });
    return checkAnswer(page);
  });
  await tally.check(`${name}: no axe violations, no sideways scroll, nothing from elsewhere, nothing in the console`, async () => [
    ...(await runAxe(page, axeFile)),
    ...(await findOverflow(page)),
    ...notes.take(),
  ]);
  await tally.check(`${name}: the button under the map is 48 px high and puts the spot where the cross is`, async () => {
    const before = await page.inputValue("#plek");
    const button = page.locator(".pickbar button");
    const { height } = await button.boundingBox();
    await button.click();
    await page.waitForFunction((was) => document.getElementById("plek").value !== was, before);
    return [...(height < 48 ? [`it is ${height} px`] : []), ...(await checkAnswer(page))];
  });
  await tally.check(`${name}: the homes that gain are on the map, and the legend says what the points mean`, async () => {
    const dots = JSON.parse(await page.evaluate(async () => (await fetch(location.href.replace("/wat-als", "/wat-als.geojson"))).text()));
    const marks = new Set(dots.features.map((feature) => feature.properties.mark));
    const faults = [];
    if (dots.features.length === 0 || [...marks].some((mark) => !["gains", "maybe", "stays"].includes(mark))) faults.push(`${dots.features.length} points: ${[...marks]}`);
    if (dots.features.length > 5000) faults.push(`${dots.features.length} points`);
    if (JSON.stringify(dots.features.map((feature) => Object.keys(feature.properties))).replaceAll('["mark"]', "").length > dots.features.length + 1) faults.push("a point says more than its mark");
    if ((await page.locator(".picklegend li").count()) !== 3 || !(await page.locator(".picklegend").isVisible())) faults.push("there is no legend");
    return faults;
  });
  await context.close();
}

async function checkKeyboard(tally, browser, origin) {
  const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await tally.check("picking by keyboard alone: Tab to the map, arrows, Enter; the focus stays on the map", async () => {
    await openPicker(page, origin);
    await press("Tab");
    const there = await page.evaluate(() => ({ canvas: document.activeElement.tagName === "CANVAS", help: document.getElementById(document.activeElement.getAttribute("aria-describedby"))?.textContent ?? "" }));
    const faults = [];
    if (!there.canvas) faults.push("one Tab after the button is not the map");
    if (!there.help.includes("Enter")) faults.push(`its help is: ${there.help}`);
    if (!(await page.locator("#wijs-aan .crosshair").isVisible())) faults.push("there is no cross");
    await press("+", "ArrowLeft", "Shift+ArrowUp", "Enter");
    faults.push(...(await checkAnswer(page)));
    if (!(await page.evaluate(() => document.activeElement.tagName === "CANVAS"))) faults.push("the focus went elsewhere");
    return faults;
  });
  await tally.check("picking by keyboard alone: an arrow leaps, Shift and an arrow strides", async () => {
    const lon = async () => Number((await page.inputValue("#plek")).split(",")[1]);
    const again = async (...keys) => {
      const before = await page.inputValue("#plek");
      await press(...keys, "Enter");
      await page.waitForFunction((was) => document.getElementById("plek").value !== was, before);
      await outcome(page);
      return lon();
    };
    const start = await lon();
    const strode = (await again("Shift+ArrowRight")) - start;
    const leapt = (await again("ArrowRight")) - start - strode;
    return strode > 0 && leapt > 4 * strode ? [] : [`stride ${strode}, leap ${leapt}`];
  });
  await tally.check("picking two ends: the first is said, the second gives the answer, a third begins again", async () => {
    await page.locator("input[name=wat][value=crossing]").check({ force: true });
    await page.locator("#wijs-aan canvas").focus();
    await press("Enter");
    await page.waitForFunction(() => /andere eind/.test(document.querySelector(".picksaid").textContent));
    const faults = [];
    if ((await page.inputValue("#naar")) !== "") faults.push("the other end is filled in already");
    await press("Shift+ArrowRight", "Enter");
    await page.waitForFunction(() => document.getElementById("naar").value !== "");
    faults.push(...(await checkAnswer(page)));
    await press("Enter");
    await page.waitForFunction(() => /andere eind/.test(document.querySelector(".picksaid").textContent));
    if ((await page.inputValue("#naar")) !== "") faults.push("the third does not begin again");
    return faults;
  });
  await tally.check("picking where there is no street: the status and the page say so", async () => {
    await page.goto(`${origin}${path}&plek=52.55570,5.91080`);
    await page.locator(".mapbutton").click();
    await page.waitForFunction(() => performance.getEntriesByName("map-idle").length > 0);
    await page.locator("#wijs-aan canvas").focus();
    await press("-", "-", "-", "-", "ArrowUp", "ArrowUp", "ArrowUp", "Enter");
    const said = await outcome(page);
    const shown = await page.locator("#antwoord .msg--error").count();
    return shown === 1 && said.length > 10 && !/\d van|komen dan/.test(said) ? [] : [`${shown} errors; it says: ${said}`];
  });
  await tally.check("a second spot while the first is worked out: the last one counts", async () => {
    await page.goto(origin + path);
    await page.locator(".mapbutton").click();
    await page.waitForFunction(() => performance.getEntriesByName("map-idle").length > 0);
    let first = true;
    await page.route(/wat-als\?/, async (route) => {
      const mine = first;
      first = false;
      if (mine) await new Promise((done) => setTimeout(done, 1500));
      await route.continue().catch(() => undefined);
    });
    const canvas = page.locator("#wijs-aan canvas");
    await canvas.click({ position: { x: 300, y: 200 } });
    await canvas.click({ position: { x: 420, y: 260 } });
    const last = await page.inputValue("#plek");
    const faults = await checkAnswer(page);
    await page.waitForTimeout(1800);
    if (new URL(page.url()).searchParams.get("plek") !== last) faults.push("the first came after all");
    return faults;
  });
  await context.close();
}

async function checkTyping(tally, browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await tally.check("picking without script: nothing of the map is seen, and the form does the same", async () => {
    await page.goto(origin + path);
    const faults = [];
    const { height } = (await page.locator("#wijs-aan").boundingBox()) ?? { height: 0 };
    if (height > 0) faults.push(`there is an empty box of ${height} px`);
    await page.fill("#plek", "52.55570,5.91080");
    await page.locator("form.tryout button").click();
    if ((await page.locator("#antwoord .stat").count()) !== 1) faults.push("there is no answer");
    return faults;
  });
  await context.close();
}

export async function checkPicking(tally, browser, origin, axeFile) {
  for (const colours of ["light", "dark"]) for (const width of [390, 1440]) await checkPointing(tally, browser, origin, axeFile, width, colours);
  await checkKeyboard(tally, browser, origin);
  await checkTyping(tally, browser, origin);
}
