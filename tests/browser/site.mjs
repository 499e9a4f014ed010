// SPDX-License-Identifier: EUPL-1.2
// The program with the demonstration in a store of its own, and which kinds of pages it has.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Starts `weefsel demo` on a free port; resolves when it answers. The address of a site that runs already may stand in its place. */
export async function startSite(binary) {
  if (binary.startsWith("http://")) return { origin: binary, stop: async () => 0 };
  const folder = mkdtempSync(join(tmpdir(), "weefsel-browser-"));
  const program = spawn(binary, ["demo", "--data", "data/kampen", "--port", "0", "--store", join(folder, "weefsel.db"),
    "--set", "reach.draws=10", "--set", `mail.server=folder:${join(folder, "mail")}`], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const stop = async () => {
    program.kill("SIGTERM");
    const status = await ended;
    rmSync(folder, { recursive: true, force: true });
    return status;
  };
  let said = "";
  let setup;
  const origin = await new Promise((resolve, reject) => {
    const listen = (bytes) => {
      said += bytes;
      const found = /Weefsel: (http:\/\/[^/\s]+)\/\n/.exec(said);
      const link = /first administrator: (\S+)\n/.exec(said);
      if (!found || !link) return;
      setup = link[1];
      resolve(found[1]);
    };
    program.stdout.on("data", listen);
    program.stderr.on("data", listen);
    program.once("error", reject);
    program.once("exit", (status) => reject(new Error(`${binary} ended with ${status}: ${said}`)));
    setTimeout(() => reject(new Error(`${binary} did not start within four minutes: ${said}`)), 240_000).unref();
  }).catch(async (trouble) => {
    await stop();
    throw trouble;
  });
  return { origin, stop, setup, program: binary, store: join(folder, "weefsel.db"), mailFolder: join(folder, "mail") };
}

/** Every kind of page, once: name, address without language, and the status that it has. */
export async function listPages(origin) {
  const read = async (path) => (await fetch(origin + path)).json();
  const sources = (await read("/nl/bronnen.json")).rows;
  const modelled = sources.find((row) => row.kind === "modelled").id;
  const refusing = sources.find((row) => row.refused > 0)?.id;
  const { run } = await read("/nl/gemeente/GM0166.json");
  const smallest = (await read("/nl/buurten.json")).rows
    .filter((row) => row.inhabitants !== null)
    .sort((a, b) => a.inhabitants - b.inhabitants)[0].code;
  const places = (await read("/nl/plekken.json?waar=library")).rows;
  const street = (await read("/nl/straten.json?wie=rollator")).rows[0];
  const keep = async (name, spot) => {
    const body = new URLSearchParams({ wat: "place", wie: "rollator", waar: "meeting_place", plek: spot, naam: `${name} (verzonnen)` });
    return (await fetch(`${origin}/nl/voorstellen`, { method: "POST", body, redirect: "manual" })).headers.get("location").split("/").at(-1);
  };
  const proposals = [await keep("Huis van de buurt", places[0].id), await keep("Aan de Noordweg", "Noordweg 158")];
  const werkplaats = "werkplaats-ijsseldelta-verzonnen";
  const planned = (await read(`/nl/vragen/${werkplaats}.json?staat=in_plan`)).rows.concat((await read(`/nl/vragen/${werkplaats}.json?staat=applied`)).rows)[0].id;
  const pages = [
    ["home", ""],
    ["municipalities", "/gemeenten"],
    ["districts", "/wijken"],
    ["neighbourhoods", "/buurten"],
    ["search without result", "/buurten?zoek=zzzz"],
    ["municipality", "/gemeente/GM0166"],
    ["district", "/wijk/WK016600"],
    ["neighbourhood", "/buurt/BU01660001"],
    ["smallest neighbourhood", `/buurt/${smallest}`],
    ["tab effort", "/buurt/BU01660001/investeren"],
    ["tab effect", "/buurt/BU01660001/effect"],
    ["reach", "/bereik"],
    ["reach of a child to a playground", "/bereik?wie=child&waar=playground&minuten=5"],
    ["gaps", "/kansen"],
    ["gaps, all", "/kansen?alles=1"],
    ["what if, form", "/kansen/wat-als"],
    ["what if, answer", `/kansen/wat-als?wat=place&wie=rollator&waar=meeting_place&plek=${places[0].id}`],
    ["from one's own door, form", "/adres"],
    ["proposal", `/voorstel/${proposals[0]}`],
    ["proposals", "/voorstellen"],
    ["proposals side by side", `/voorstellen?vergelijk=${proposals[0]}&vergelijk=${proposals[1]}`],
    ["places", "/plekken"],
    ["place", `/plek/${places[0].id}`],
    ["walkers", "/lopers"],
    ["walker", "/loper/rollator"],
    ["streets", "/straten"],
    ["form of a street", `/straten/${street.osm_type}/${street.osm_id}`],
    ["basic provisions", "/basisvoorzieningen"],
    ["what is reckoned with", "/uitgangspunten"],
    ["run of reach", `/run/${(await read("/nl/bereik.json")).run}`],
    ["questions", "/vragen"],
    ["what words mean", "/begrippen"],
    ["a word that is sought", "/begrippen?zoek=participatie"],
    ["agenda of a werkplaats", `/vragen/${werkplaats}`],
    ["asking", `/vragen/${werkplaats}/stel?bij=/kansen&naam=Kansen`],
    ["taking part with a code", "/sessie"],
    ["question with a plan", `/vragen/${werkplaats}/vraag/${planned}`],
    ["werkplaatsen", "/werkplaatsen"],
    ["network of a werkplaats", `/werkplaats/${werkplaats}/netwerk`],
    ["sources", "/bronnen"],
    ["modelled dataset", `/dataset/${modelled}`],
    ...(refusing ? [["dataset with refused lines", `/dataset/${refusing}`]] : []),
    ["run", `/run/${run}`],
    ["jobs", "/taken"],
    ["about", "/over"],
    ["accessibility", "/toegankelijkheid"],
    ["privacy", "/privacy"],
  ].map(([name, path]) => ({ name, path, status: 200 }));
  pages.push({ name: "what if, wrong spot", path: "/kansen/wat-als?wat=place&wie=rollator&waar=meeting_place&plek=Nergens+1", status: 404 });
  pages.push({ name: "no such page", path: "/nergens", status: 404 });
  pages.push({ name: "no such neighbourhood", path: "/buurt/BU99999999", status: 404 });
  return pages;
}
