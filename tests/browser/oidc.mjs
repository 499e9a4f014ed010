// SPDX-License-Identifier: EUPL-1.2
// Logging in through one's own organisation: a provider of its own, a second server that knows it, an invitation that is taken there
// without a password, out, and in again; somebody whom nobody knows, and somebody who says no. Axe on every page on the way.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { letterTo, linkIn, mail, makeAdministrator, makeWorkspace, Walker } from "./account.mjs";

/** Looks at nothing: what leads up to it is looked at in account.mjs. */
class QuietWalker extends Walker {
  async look() {}
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** A program of ours, once it has printed what is waited for. */
async function start(command, words, wanted) {
  const program = spawn(command, words, { stdio: ["pipe", "pipe", "pipe"] });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  let said = "";
  const found = await new Promise((resolve, reject) => {
    const listen = (bytes) => {
      said += bytes;
      const all = wanted.map((one) => one.exec(said)?.[1]);
      if (all.every(Boolean)) resolve(all);
    };
    program.stdout.on("data", listen);
    program.stderr.on("data", listen);
    program.once("exit", (status) => reject(new Error(`${command} ended with ${status}: ${said}`)));
    setTimeout(() => reject(new Error(`${command} did not start within a minute: ${said}`)), 60_000).unref();
  });
  const stop = async () => {
    program.kill("SIGTERM");
    return ended;
  };
  return { found, stop };
}

async function startBoth(program, folder) {
  const origin = `http://127.0.0.1:${await freePort()}`;
  const keyFile = join(folder, "client.pem");
  execFileSync("openssl", ["genrsa", "-out", keyFile, "2048"], { stdio: "ignore" });
  const key = ["--set", `oidc.key_file=${keyFile}`];
  // As an administrator does it, who gives this to the provider.
  const keys = execFileSync(program, ["oidc", "keys", ...key], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  writeFileSync(join(folder, "keys.json"), keys);
  const provider = await start("node", ["tests/oidc/provider.mjs", "--button", "--client", "weefsel", "--redirect", `${origin}/inloggen/terug`,
    "--keys", join(folder, "keys.json")], [/^(http:\S+)\n/]);
  const store = join(folder, "weefsel.db");
  const mailFolder = join(folder, "mail");
  const server = await start(program, ["serve", "--store", store, "--port", new URL(origin).port, ...key, "--set", `site.url=${origin}`,
    "--set", `mail.server=folder:${mailFolder}`, "--set", `oidc.issuer=${provider.found[0]}`, "--set", "oidc.client_id=weefsel",
    "--set", "oidc.name=Stad Voorbeeld"], [/Weefsel: (http:\S+)\/\n/, /first administrator: (\S+)\n/]).catch(async (trouble) => {
    await provider.stop();
    throw trouble;
  });
  return { provider, server, site: { origin, setup: server.found[1], store, mailFolder, program } };
}

async function press(page, name, there) {
  await Promise.all([page.waitForURL(there), page.getByRole("button", { name, exact: true }).first().click()]);
}

/** To the provider by our button, back by its own. */
async function goAndReturn(walk, page, button, issuer, there) {
  await press(page, button, (url) => url.href.startsWith(`${issuer}/authorize`));
  walk.expect(`"${button}" leads to the provider`, page.url().startsWith(`${issuer}/authorize`), page.url());
  await press(page, "Inloggen", (url) => url.href.startsWith(walk.site.origin));
  walk.expect(`after "${button}" she comes back`, there(page.url()), page.url());
}

async function takeInvitation(walk, page, issuer) {
  await page.goto(walk.site.origin + linkIn(await letterTo(walk.site.mailFolder, mail.researcher, "uitnodiging"), "uitnodiging"));
  await walk.look(page, "an invitation");
  await goAndReturn(walk, page, "Maak mijn account met Stad Voorbeeld", issuer, (url) => url.endsWith("/nl/mijn"));
  const text = await page.locator("main").innerText();
  walk.expect("she has the name that the provider tells, and the invited address", text.includes("Jo Jansen") && text.includes(mail.researcher), text.slice(0, 200));
  await walk.look(page, "my account");
  await Promise.all([page.waitForNavigation(), page.getByRole("button", { name: "Uitloggen", exact: true }).first().click()]);
}

async function logInAgain(walk, page, issuer) {
  await page.goto(`${walk.site.origin}/nl/mijn/naam`);
  walk.expect("who logged out is asked to log in", page.url().includes("/nl/inloggen?naar="), page.url());
  await walk.look(page, "logging in");
  await goAndReturn(walk, page, "Inloggen met Stad Voorbeeld", issuer, (url) => url.endsWith("/nl/mijn/naam"));
  const cookies = (await page.context().cookies()).map((cookie) => cookie.name);
  walk.expect("the cookie of the way there is gone", !cookies.includes("__Host-weefsel-oidc"), cookies.join(" "));
}

async function sayNo(walk, issuer) {
  const page = await walk.open();
  await fetch(`${issuer}/control?misbehave=deny`);
  await page.goto(`${walk.site.origin}/nl/inloggen`);
  await goAndReturn(walk, page, "Inloggen met Stad Voorbeeld", issuer, (url) => url.includes("/inloggen/terug"));
  walk.expect("a no is told", (await page.locator("h1").innerText()).includes("niet ingelogd"), await page.locator("h1").innerText());
  await walk.look(page, "a no");
  await fetch(`${issuer}/control?misbehave=`);
  await Promise.all([page.waitForNavigation(), page.getByRole("link", { name: "Probeer het opnieuw" }).click()]);
  walk.expect("there is a way on", page.url().endsWith("/nl/inloggen"), page.url());
  await page.context().close();
}

async function linkAdministrator(walk, page, issuer) {
  await page.goto(`${walk.site.origin}/nl/mijn`);
  await press(page, "Koppel Stad Voorbeeld", /organisatie/);
  await walk.look(page, "the password before linking");
  await page.fill("[name=wachtwoord]", "vier paarse fietsen zingen");
  await goAndReturn(walk, page, "Ga verder", issuer, (url) => url.includes("/inloggen/terug"));
  walk.expect("who is somebody's is not linked again", (await page.locator("h1").innerText()).includes("ander account"), await page.locator("h1").innerText());
  await walk.look(page, "a login that is taken");
}

/** The page between, where a browser waits that does not go on by itself. */
async function lookBetween(walk) {
  const page = await walk.open();
  await page.route("**/authorize*", (route) => route.fulfill({ status: 204 }));
  await page.goto(`${walk.site.origin}/en/inloggen`);
  await page.getByRole("button", { name: "Log in with Stad Voorbeeld" }).click();
  await page.waitForURL(/organisatie/);
  await walk.look(page, "the page between");
  await page.context().close();
}

export async function checkOrganisation(tally, browser, program, axeFile) {
  const folder = mkdtempSync(join(tmpdir(), "weefsel-oidc-"));
  const { provider, server, site } = await startBoth(program, folder);
  const [issuer] = provider.found;
  try {
    const quiet = new QuietWalker(tally, browser, site, axeFile);
    const walk = new Walker(tally, browser, site, axeFile);
    walk.about = "oidc";
    const admin = await makeAdministrator(quiet);
    await makeWorkspace(quiet, admin.page);
    const page = await walk.open();
    await takeInvitation(walk, page, issuer);
    await logInAgain(walk, page, issuer);
    await sayNo(walk, issuer);
    await linkAdministrator(walk, admin.page, issuer);
    await lookBetween(walk);
    await page.context().close();
    await admin.page.context().close();
  } finally {
    await server.stop();
    await provider.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
