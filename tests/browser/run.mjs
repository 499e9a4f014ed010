// SPDX-License-Identifier: EUPL-1.2
// node tests/browser/run.mjs PROGRAM [WORD]: starts the program with the demonstration and looks at it with Chromium. With WORD only
// the kinds of pages with that word in their name are looked at, and nothing is used. Exit status 77: there is no browser here.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";

import { findOverflow, runAxe, settle, watch } from "./look.mjs";
import { checkAccounts } from "./account.mjs";
import { checkAgenda } from "./agenda.mjs";
import { checkCodesign } from "./codesign.mjs";
import { checkDoor } from "./door.mjs";
import { checkMaps } from "./map.mjs";
import { checkMarks } from "./marks.mjs";
import { checkNetwork } from "./network.mjs";
import { checkOrganisation } from "./oidc.mjs";
import { checkPicking } from "./pick.mjs";
import { checkPriorities } from "./priorities.mjs";
import { checkProgramme } from "./programme.mjs";
import { listPages, startSite } from "./site.mjs";
import { checkStudios } from "./studios.mjs";
import { Tally } from "./tally.mjs";
import { checkUse } from "./use.mjs";

const fetchTools = createRequire(new URL("../../web/package.json", import.meta.url));
const chromiumPath = process.env.WEEFSEL_CHROMIUM ?? "/usr/bin/chromium";

function leaveOut(why) {
  console.log(`the pages were not looked at in a browser: ${why}`);
  console.log("0 passed, 0 failed, 1 skipped");
  process.exit(77);
}

function findTools() {
  try {
    return { chromium: fetchTools("playwright-core").chromium, axeFile: fetchTools.resolve("axe-core/axe.min.js") };
  } catch {
    return leaveOut("playwright-core and axe-core are not in web/node_modules (npm ci in the folder web)");
  }
}

const shapes = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
];

/** One page in one language: four times axe, twice the width, once what it fetched and said. */
async function lookAt(tally, page, notes, kind, language, origin, axeFile) {
  const name = `${language} ${kind.name}`;
  notes.take();
  const response = await page.goto(`${origin}/${language}${kind.path}`);
  tally.add(`${name}: status ${kind.status}`, response.status() === kind.status ? [] : [`it is ${response.status()}`]);
  for (const shape of shapes) {
    await page.setViewportSize(shape);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      await settle(page);
      await tally.check(`${name}: axe at ${shape.width}, ${colorScheme}`, () => runAxe(page, axeFile));
    }
  }
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await settle(page);
    await tally.check(`${name}: no sideways scroll at ${width}`, () => findOverflow(page));
  }
  tally.add(`${name}: fetches nothing from elsewhere and says nothing in the console`, notes.take());
}

/** A screen of 1280 enlarged four times, and letters made larger on a phone and on a desk. */
async function lookEnlarged(tally, browser, kinds, origin) {
  const zoomed = await browser.newContext({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4, reducedMotion: "reduce" });
  const large = await browser.newContext({ viewport: { width: 390, height: 844 }, reducedMotion: "reduce" });
  await large.addCookies([{ name: "letters", value: "groot", url: origin }]);
  for (const kind of kinds) {
    const closeUp = await zoomed.newPage();
    await closeUp.goto(`${origin}/nl${kind.path}`);
    await settle(closeUp);
    await tally.check(`${kind.name}: no sideways scroll on 1280 px enlarged to 400 %`, () => findOverflow(closeUp));
    await closeUp.close();
    const page = await large.newPage();
    await page.goto(`${origin}/nl${kind.path}`);
    for (const width of [320, 390, 768, 1440]) {
      await page.setViewportSize({ width, height: 844 });
      await settle(page);
      await tally.check(`${kind.name}: no sideways scroll with larger letters at ${width}`, () => findOverflow(page));
    }
    await page.close();
  }
  await zoomed.close();
  await large.close();
}

async function main() {
  const [program, word] = process.argv.slice(2);
  if (!program) {
    console.error("node tests/browser/run.mjs PROGRAM [WORD]");
    return 2;
  }
  if (!existsSync(chromiumPath)) return leaveOut(`there is no ${chromiumPath} (apt install chromium, or set WEEFSEL_CHROMIUM)`);
  const { chromium, axeFile } = findTools();
  const tally = new Tally();
  const site = await startSite(program);
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    // Maps are drawn without a graphics card.
    args: ["--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const kinds = (await listPages(site.origin)).filter((kind) => !word || kind.name.includes(word));
    for (const language of ["nl", "en"]) {
      const context = await browser.newContext({ locale: language === "nl" ? "nl-NL" : "en-GB", reducedMotion: "reduce" });
      const notes = watch(context, site.origin);
      const page = await context.newPage();
      for (const kind of kinds) await lookAt(tally, page, notes, kind, language, site.origin, axeFile);
      await context.close();
    }
    await lookEnlarged(tally, browser, kinds, site.origin);
    if (!word) await checkUse(tally, browser, site.origin);
    if (!word || word === "door") await checkDoor(tally, browser, site.origin, axeFile);
    // A site that runs already was set up by somebody else.
    const inside = ["account", "agenda", "priorities", "studios", "codesign", "network", "programme"];
    if (site.setup && (!word || inside.includes(word))) {
      const walks = { priorities: checkPriorities, studios: checkStudios, codesign: checkCodesign, network: checkNetwork, programme: checkProgramme };
      const page = await checkAccounts(tally, browser, site, axeFile);
      await checkAgenda(tally, browser, site, axeFile, page);
      for (const [name, check] of Object.entries(walks)) {
        if (!word || word === "account" || word === name) await check(tally, browser, site, axeFile, page);
      }
      await page.context().close();
    }
    if (site.setup && (!word || word === "oidc")) await checkOrganisation(tally, browser, program, axeFile);
    if (!word || word === "map") {
      await checkMaps(tally, browser, site.origin, axeFile);
      await checkMarks(tally, browser, site.origin, axeFile);
      await checkPicking(tally, browser, site.origin, axeFile);
    }
  } catch (trouble) {
    tally.add("looking at the pages", [String(trouble.stack ?? trouble)]);
  } finally {
    await browser.close();
    const status = await site.stop();
    tally.add("the program ends well when it is told to", status === 0 ? [] : [`exit status ${status}`]);
  }
  return tally.finish();
}

process.exit(await main());
