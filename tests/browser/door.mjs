// SPDX-License-Identifier: EUPL-1.2
// From one's own door, as docs/guide/nl/toetsenbord.md says it: by keyboard alone from the home page to what is near, and the way
// there. With and without script. An address may never come into the address of a page.
import { findOverflow, runAxe, settle } from "./look.mjs";

async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    const labels = [...(element.labels ?? [])].map((label) => label.innerText);
    return { id: element.id, tag: element.tagName, text: (element.getAttribute("aria-label") ?? element.innerText ?? "").trim(), labels: labels.join(" ") };
  });
}

/** Presses Tab until something with these words has the focus; how many times it took, or nothing. */
async function tabTo(page, words, most) {
  for (let at = 1; at <= most; at += 1) {
    await page.keyboard.press("Tab");
    const here = await focused(page);
    if (`${here.text} ${here.labels}`.includes(words)) return at;
  }
  return undefined;
}

async function walkByKeyboard(page, origin, name) {
  const faults = [];
  const expect = (holds, what) => {
    if (!holds) faults.push(what);
  };
  await page.goto(`${origin}/nl`);
  // The skip link, then the question: who walks (arrows), where to, how long.
  await page.keyboard.press("Tab");
  expect((await focused(page)).text === "Naar de inhoud", "the first stop is not the skip link");
  await page.keyboard.press("Enter");
  expect((await tabTo(page, "Met een rollator", 3)) === 1, "the first stop of the content is not who walks");
  await page.keyboard.press("ArrowDown");
  expect((await focused(page)).labels.includes("80 jaar of ouder"), "an arrow does not choose the next walker");
  expect((await tabTo(page, "Waarheen", 2)) === 1, "where to does not follow");
  expect((await tabTo(page, "10 min", 2)) === 1, "how long does not follow");
  expect((await tabTo(page, "Laat zien", 2)) === 1, "the button does not follow");
  await Promise.all([page.waitForURL(/wie=age_80/), page.keyboard.press("Enter")]);
  expect((await page.locator(".say").first().innerText()).includes("80"), "the sentence is not about somebody of eighty");

  // Past the map and the table to the own door.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  expect((await tabTo(page, "Vanaf uw eigen deur", 15)) !== undefined, "no link leads past the map to the own door");
  await page.keyboard.press("Enter");
  expect((await tabTo(page, "Straat en huisnummer", 2)) === 1, "behind that link is not the field for the address");
  await page.keyboard.type("noordwg. 158");
  await Promise.all([page.waitForURL(/\/nl\/adres/), page.keyboard.press("Enter")]);
  expect((await page.locator("#antwoord .say").innerText()).includes("Noordweg 158"), "the answer does not name the address");
  expect(!/noordw/i.test(page.url()), `the address stands in ${page.url()}`);

  // The answer has the focus next: its list, and a way.
  const steps = await tabTo(page, "Laat de weg zien naar", 25);
  expect(steps !== undefined, "no button leads to a way");
  await Promise.all([page.waitForLoadState("load"), page.waitForSelector("#weg"), page.keyboard.press("Enter")]);
  expect((await page.locator("#weg .steps li").first().innerText()).startsWith("Begin:"), "the way is not told in steps");
  expect((await page.locator("#weg .steps li").last().innerText()).startsWith("U bent er:"), "the way does not end");
  expect(!/noordw/i.test(page.url()), `the address stands in ${page.url()}`);
  return faults.map((fault) => `${name}: ${fault}`);
}

async function ask(page, origin, from, to) {
  await page.goto(`${origin}/nl/adres`);
  await page.fill("#van", from);
  await page.fill("#naar", to);
  await Promise.all([page.waitForLoadState("load"), page.locator(".door button").click()]);
  await settle(page);
}

export async function checkDoor(tally, browser, origin, axeFile) {
  for (const [name, options] of [["with script", {}], ["without script", { javaScriptEnabled: false }]]) {
    const context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1440, height: 900 }, ...options });
    const page = await context.newPage();
    await tally.check(`from one's own door by keyboard alone, ${name}`, () => walkByKeyboard(page, origin, name));
    await context.close();
  }
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  for (const [name, from, to] of [
    ["what is near", "Noordweg 158", ""],
    ["the way", "Noordweg 158", "Openbare Bibliotheek Kampen"],
    ["a slip", "Norodweg 158", ""],
    ["a name of several", "Noordweg 158", "Lidl"],
  ]) {
    await ask(page, origin, from, to);
    for (const width of [390, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        await settle(page);
        await tally.check(`${name}: axe at ${width}, ${colorScheme}`, () => runAxe(page, axeFile));
      }
    }
    await page.setViewportSize({ width: 320, height: 800 });
    await settle(page);
    await tally.check(`${name}: no sideways scroll at 320`, () => findOverflow(page));
  }
  await context.close();
}
