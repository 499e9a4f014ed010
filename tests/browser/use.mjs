// SPDX-License-Identifier: EUPL-1.2
// What people do: walk by keyboard, open an explanation, sort, search, print. With and without script.
import { findOverflow, settle } from "./look.mjs";

const area = "/nl/buurt/BU01660001";

/** What has the focus now, and how that shows. */
async function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    const name = element.closest(".skip,.brand,.menulink,.mainnav,.util,.crumb,main,.foot");
    return {
      part: [...(name?.classList ?? [])][0] ?? name?.tagName.toLowerCase() ?? "?",
      what: `${element.tagName.toLowerCase()} "${(element.textContent || element.getAttribute("aria-label") || element.id).trim().slice(0, 40)}"`,
      id: element.id,
      outline: style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth),
      seen: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight,
    };
  });
}

async function tab(page, times) {
  const stops = [];
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press("Tab");
    stops.push(await focused(page));
  }
  return stops;
}

function compare(is, wanted) {
  return is === wanted ? [] : [`it is ${is}, not ${wanted}`];
}

async function checkKeyboard(tally, page, origin) {
  const orders = [
    [1440, ["skip", "brand", ...Array(7).fill("mainnav"), "util", "util", "util", "crumb"]],
    [390, ["skip", "brand", "menulink", "crumb"]],
  ];
  for (const [width, wanted] of orders) {
    await tally.check(`keyboard at ${width}: from the skip link through the menu to the content`, async () => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(origin + area);
      const stops = await tab(page, wanted.length);
      return compare(stops.map((stop) => stop?.part).join(" "), wanted.join(" "));
    });
    await tally.check(`keyboard at ${width}: every stop of the whole page is in view, with an outline of 2 px or more`, async () => {
      await page.goto(origin + area);
      await settle(page);
      const faults = [];
      let stops = 0;
      for (; stops < 300; stops += 1) {
        const [stop] = await tab(page, 1);
        if (!stop || (stop.part === "skip" && stops > 0)) break;
        if (stop.outline < 2) faults.push(`${stop.what} in ${stop.part} has an outline of ${stop.outline} px`);
        if (!stop.seen) faults.push(`${stop.what} in ${stop.part} has the focus and is out of view`);
      }
      if (stops < 15 || stops === 300) faults.push(`${stops} stops`);
      return faults.slice(0, 8);
    });
  }
  await tally.check("keyboard: Enter on the skip link goes to the content", async () => {
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.goto(origin + area);
    await tab(page, 1);
    await page.keyboard.press("Enter");
    const there = await focused(page);
    const [next] = await tab(page, 1);
    return [...compare(there?.id, "inhoud"), ...compare(next?.part, "crumb")];
  });
  await tally.check("keyboard at 390: Enter on Menu shows the menu at the foot", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(origin + area);
    await tab(page, 3);
    await page.keyboard.press("Enter");
    const visible = await page.locator("#menu").evaluate((menu) => menu.getBoundingClientRect().top < innerHeight && menu.getBoundingClientRect().bottom > 0);
    const [next] = await tab(page, 1);
    return [...(visible ? [] : ["the menu is out of view"]), ...compare(next?.part, "foot")];
  });
  await tally.check('keyboard: Enter opens "waarom dit getal?", Enter closes it', async () => {
    await page.goto(origin + area);
    const details = page.locator("details.why").first();
    await details.locator("summary").focus();
    await page.keyboard.press("Enter");
    const opened = await details.evaluate((element) => element.open);
    const shown = await details.locator("dl").isVisible();
    await page.keyboard.press("Enter");
    const closed = !(await details.evaluate((element) => element.open));
    return [...(opened && shown ? [] : ["it does not open"]), ...(closed ? [] : ["it does not close"])];
  });
}

/** Numbers of the column with that heading, as a reader sees them; null is not known. */
async function readColumn(page, column) {
  const cells = await page.locator(`main table tbody tr > :nth-child(${column})`).allTextContents();
  return cells.map((text) => {
    const digits = text.replace(/[^0-9,-]/g, "").replace(",", ".");
    return digits === "" ? null : Number(digits);
  });
}

function checkOrder(values, direction) {
  const known = values.filter((value) => value !== null);
  const faults = [];
  if (known.length < 10) faults.push(`only ${known.length} numbers`);
  if (known.some((value, at) => at > 0 && direction * (value - known[at - 1]) < 0)) faults.push(`not in order: ${known.slice(0, 6).join(" ")} ...`);
  if (values.slice(0, known.length).includes(null)) faults.push("what is not known does not stand last");
  return faults;
}

async function checkSorting(tally, page, origin, script) {
  const column = 3;
  const heading = () => page.locator(`main table thead th:nth-child(${column})`);
  for (const [clicks, direction, word] of [
    [1, -1, "descending"],
    [2, 1, "ascending"],
  ]) {
    await tally.check(`sorting ${word} by inhabitants ${script ? "on the page, by script" : "without script, by link"}`, async () => {
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.goto(`${origin}/nl/buurten`);
      await page.locator("main table").evaluate((table) => table.setAttribute("data-same", "yes"));
      for (let click = 0; click < clicks; click += 1) {
        await heading().locator("a.sort").click();
        await page.waitForLoadState();
      }
      const faults = checkOrder(await readColumn(page, column), direction);
      faults.push(...compare(await heading().getAttribute("aria-sort"), word));
      faults.push(...compare(new URL(page.url()).searchParams.get("sort"), direction < 0 ? "-inhabitants" : "inhabitants"));
      const same = (await page.locator("main table").getAttribute("data-same")) === "yes";
      if (same !== script) faults.push(script ? "the page was fetched again" : "the page was not fetched again");
      return faults;
    });
  }
  await tally.check(`sorting by name, backwards, ${script ? "by script" : "by link"}`, async () => {
    await page.goto(`${origin}/nl/buurten?sort=-name`);
    const backwards = await page.locator("main table tbody th").allTextContents();
    await page.locator("main table thead th a.sort").first().click();
    await page.waitForLoadState();
    const forwards = await page.locator("main table tbody th").allTextContents();
    return compare(forwards.join("|"), backwards.reverse().join("|"));
  });
}

async function checkSearch(tally, page, origin, how) {
  await tally.check(`search ${how}`, async () => {
    await page.goto(`${origin}/nl/buurten`);
    await page.locator("input[type=search]").fill("brunne");
    await page.locator("form[role=search] button").click();
    await page.waitForURL(/zoek=brunne/);
    const found = await page.locator("main table tbody th").allTextContents();
    const kept = await page.locator("input[type=search]").inputValue();
    return [...compare(found.join("|"), "Brunnepe"), ...compare(kept, "brunne")];
  });
  await tally.check(`search by Enter ${how}`, async () => {
    await page.goto(`${origin}/en/buurten`);
    await page.locator("input[type=search]").fill("zzzz");
    await page.keyboard.press("Enter");
    await page.waitForURL(/zoek=zzzz/);
    return compare(await page.locator("main table").count(), 0);
  });
}

async function checkLetters(tally, page, origin, how) {
  await tally.check(`larger letters ${how}, remembered on the next page, and back`, async () => {
    await page.context().clearCookies();
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(origin + area);
    const size = async () => page.locator("h1").evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    const before = await size();
    await page.locator(".util a[href*='letters=groot']").click();
    const larger = await size();
    await page.goto(`${origin}/nl/bronnen`);
    const remembered = await page.locator("html.letters-large").count();
    await page.goto(origin + area);
    await page.locator("#menu a[href*='letters=gewoon']").click();
    const after = await size();
    return [
      ...(larger > before * 1.2 ? [] : [`a heading of ${before} px becomes ${larger} px`]),
      ...compare(remembered, 1),
      ...compare(after, before),
    ];
  });
}

async function checkLanguage(tally, page, origin) {
  await tally.check("the other language is the same page, with the same question", async () => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${origin}/nl/buurten?zoek=brunne`);
    await page.locator(".util a[hreflang=en]").click();
    await page.waitForURL(/\/en\/buurten\?zoek=brunne/);
    return compare(await page.locator("html").getAttribute("lang"), "en");
  });
}

async function checkPaper(tally, page, origin) {
  for (const path of ["/nl", area, "/nl/buurten", "/nl/bronnen"]) {
    await tally.check(`on paper ${path} has no menu, no buttons, and nothing that is cut off`, async () => {
      await page.emulateMedia({ media: "print" });
      await page.setViewportSize({ width: 718, height: 1000 });
      await page.goto(origin + path);
      const faults = [];
      for (const part of [".mainnav", ".util", ".menulink", "#menu", ".skip", "form", ".formats"]) {
        for (const element of await page.locator(part).all()) if (await element.isVisible()) faults.push(`${part} is on paper`);
      }
      if (!(await page.locator("h1").isVisible())) faults.push("there is no heading");
      const cut = await page.locator(".tablebox").evaluateAll((boxes) => boxes.filter((box) => box.scrollWidth > box.clientWidth + 1).length);
      if (cut > 0) faults.push(`${cut} tables are wider than the paper`);
      faults.push(...(await findOverflow(page)));
      return faults;
    });
  }
  await page.emulateMedia({ media: null });
}

export async function checkUse(tally, browser, origin) {
  const context = await browser.newContext({ reducedMotion: "reduce" });
  const page = await context.newPage();
  await checkKeyboard(tally, page, origin);
  await checkSorting(tally, page, origin, true);
  await checkSearch(tally, page, origin, "with script");
  await checkLetters(tally, page, origin, "with script");
  await checkLanguage(tally, page, origin);
  await checkPaper(tally, page, origin);
  await context.close();

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const quiet = await plain.newPage();
  await checkSorting(tally, quiet, origin, false);
  await checkSearch(tally, quiet, origin, "without script");
  await checkLetters(tally, quiet, origin, "without script");
  await plain.close();
}
