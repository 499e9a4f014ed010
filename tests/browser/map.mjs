// SPDX-License-Identifier: EUPL-1.2
// The map with streets: by keyboard from the drawing to the map and back, readable for everybody, nothing from elsewhere; and
// without script, or without WebGL, the drawing that says the same.
import { runAxe, settle, watch } from "./look.mjs";

const path = "/nl/bereik?wie=rollator&waar=supermarket&minuten=10";

async function openMap(page, origin) {
  await page.goto(origin + path);
  await settle(page);
  await page.locator(".mapbutton").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector(".mapbutton + [role=status]")?.textContent.startsWith("De kaart staat er"), undefined, {
    timeout: 30000,
  });
}

async function checkMap(tally, browser, origin, axeFile, colours) {
  const context = await browser.newContext({ reducedMotion: "reduce", colorScheme: colours });
  const notes = watch(context, origin);
  const page = await context.newPage();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await tally.check(`map at ${width} ${colours}: Enter on the button puts it in the place of the drawing`, async () => {
      await openMap(page, origin);
      const faults = [];
      if (!(await page.locator("#kaart canvas").isVisible())) faults.push("there is no map");
      if (await page.locator("#kaart figure > svg").isVisible()) faults.push("the drawing is still there");
      if (!(await page.locator(".mapbutton").evaluate((button) => button === document.activeElement))) faults.push("the button lost the focus");
      const credit = await page.locator(".maplibregl-ctrl-attrib").textContent();
      if (!credit.includes("OpenStreetMap")) faults.push(`it names ${credit}`);
      return faults;
    });
    await tally.check(`map at ${width} ${colours}: no axe violations, nothing from elsewhere, nothing in the console`, async () => {
      return [...(await runAxe(page, axeFile)), ...notes.take()];
    });
    await tally.check(`map at ${width} ${colours}: Enter opens what lies in the middle, Escape closes it and goes back to the map`, async () => {
      const canvas = page.locator("#kaart canvas");
      await canvas.focus();
      const faults = (await page.locator("#kaart .crosshair").isVisible()) ? [] : ["nothing shows where the middle is"];
      await page.keyboard.press("Enter");
      const popup = page.locator(".maplibregl-popup-content");
      await popup.waitFor({ timeout: 5000 });
      const said = await popup.textContent();
      if (!/van de 100|geen cijfer/.test(said)) faults.push(`it says ${said}`);
      faults.push(...(await runAxe(page, axeFile)).map((fault) => `with it open: ${fault}`));
      await page.keyboard.press("Escape");
      if ((await popup.count()) > 0) faults.push("Escape leaves it open");
      if (!(await canvas.evaluate((there) => there === document.activeElement))) faults.push("the focus is not on the map");
      return faults;
    });
    await tally.check(`map at ${width} ${colours}: plus on the keyboard comes closer, and the way back is one button`, async () => {
      const scale = () => page.locator(".maplibregl-ctrl-scale").textContent();
      const before = await scale();
      await page.locator("#kaart canvas").focus();
      await page.keyboard.press("+");
      await page.keyboard.press("+");
      await page.waitForFunction((was) => document.querySelector(".maplibregl-ctrl-scale").textContent !== was, before, { timeout: 10000 });
      await page.locator(".mapbutton").focus();
      await page.keyboard.press("Enter");
      return (await page.locator("#kaart figure > svg").isVisible()) && !(await page.locator("#kaart canvas").isVisible()) ? [] : ["the drawing is not back"];
    });
  }
  await context.close();
}

async function checkDrawing(tally, browser, origin) {
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const page = await plain.newPage();
  await tally.check("without script: the drawing has every neighbourhood in view as a link with its number, and no button", async () => {
    await page.goto(origin + path);
    const links = await page.locator("#kaart svg a").count();
    const named = await page.locator("#kaart svg a > title").allTextContents();
    const faults = [];
    if (links < 20 || named.length !== links) faults.push(`${links} links, ${named.length} with words`);
    if (!named.some((name) => /^Brunnepe: .*van de 100/.test(name))) faults.push("Brunnepe has no number");
    if ((await page.locator(".mapbutton").count()) > 0) faults.push("there is a button that does nothing");
    return faults;
  });
  await plain.close();
  const weak = await browser.newContext();
  const there = await weak.newPage();
  await there.addInitScript(() => {
    const draw = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function get(kind, ...rest) {
      return kind === "webgl2" ? null : draw.call(this, kind, ...rest);
    };
  });
  await tally.check("without WebGL: no button, and the drawing stays", async () => {
    await there.goto(origin + path);
    await settle(there);
    return (await there.locator(".mapbutton").count()) === 0 && (await there.locator("#kaart figure > svg").isVisible()) ? [] : ["it offers a map"];
  });
  await weak.close();
}

/** The map of reach stands on one sheet, with its legend and with who made it. */
async function checkPaper(tally, browser, origin) {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origin + path);
  await page.emulateMedia({ media: "print" });
  // Inner width and height of a sheet with margins of 10 mm, in pixels of 96 to the inch.
  for (const [format, width, height] of [["A4", 718, 1047], ["A3", 1047, 1512]]) {
    await tally.check(`on paper ${format}: drawing and legend fit a sheet, and the source is named`, async () => {
      await page.setViewportSize({ width, height });
      const faults = [];
      const map = await page.locator("#kaart").boundingBox();
      if (map.height > height) faults.push(`the map is ${Math.round(map.height)} px on a sheet of ${height}`);
      if (map.width > width) faults.push(`the map is ${Math.round(map.width)} px wide on ${width}`);
      const whole = await page.locator("#kaart").evaluate((part) => getComputedStyle(part).breakInside);
      if (whole !== "avoid") faults.push(`the map may be cut in two (${whole})`);
      if (!(await page.locator("#kaart .legend").isVisible())) faults.push("there is no legend");
      if (!(await page.locator("#kaart").textContent()).includes("OpenStreetMap")) faults.push("nobody is named beside it");
      const file = await page.pdf({ format, margin: { top: "10mm", right: "10mm", bottom: "10mm", left: "10mm" } });
      if (file.length < 20000) faults.push(`the file has ${file.length} bytes`);
      return faults;
    });
  }
  await context.close();
  const other = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const open = await other.newPage();
  await tally.check("on paper with the map with streets open: the drawing is printed", async () => {
    await openMap(open, origin);
    await open.emulateMedia({ media: "print" });
    return (await open.locator("#kaart figure > svg").isVisible()) && !(await open.locator("#kaart canvas").isVisible()) ? [] : ["it is not"];
  });
  await other.close();
}

/** Every other page with a map, with the map open. */
async function checkEveryMap(tally, browser, origin, axeFile) {
  const [library] = (await (await fetch(`${origin}/nl/plekken.json?waar=library`)).json()).rows;
  const [street] = (await (await fetch(`${origin}/nl/straten.json?wie=rollator`)).json()).rows;
  const pages = [
    ["home", "/nl"],
    ["places of a kind", "/nl/plekken?waar=bench"],
    ["a place", `/nl/plek/${library.id}`],
    ["a street", `/nl/straten/${street.osm_type}/${street.osm_id}`],
    ["a way", "/nl/adres"],
  ];
  for (const [width, colours] of [[390, "light"], [1440, "dark"]]) {
    const context = await browser.newContext({ reducedMotion: "reduce", colorScheme: colours, viewport: { width, height: 900 } });
    const notes = watch(context, origin);
    const page = await context.newPage();
    for (const [name, where] of pages) {
      await tally.check(`map of ${name} at ${width} ${colours}: it opens, no axe violations, nothing from elsewhere, nothing in the console`, async () => {
        await page.goto(origin + where);
        if (name === "a way") {
          await page.fill("#van", "Noordweg 158");
          await page.fill("#naar", "Openbare Bibliotheek Kampen");
          await page.locator(".door button").click();
          await page.locator("#weg .mapbutton").waitFor();
        }
        await settle(page);
        await page.locator(".mapbutton").first().click();
        await page.waitForFunction(() => document.querySelector(".mapbutton")?.getAttribute("aria-pressed") === "true", undefined, { timeout: 30000 });
        const faults = (await page.locator(".mapbox canvas").isVisible()) ? [] : ["there is no map"];
        return [...faults, ...(await runAxe(page, axeFile)), ...notes.take()];
      });
    }
    await context.close();
  }
}

export async function checkMaps(tally, browser, origin, axeFile) {
  await checkEveryMap(tally, browser, origin, axeFile);
  await checkMap(tally, browser, origin, axeFile, "light");
  await checkMap(tally, browser, origin, axeFile, "dark");
  await checkDrawing(tally, browser, origin);
  await checkPaper(tally, browser, origin);
}
