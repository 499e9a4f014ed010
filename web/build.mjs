// SPDX-License-Identifier: EUPL-1.2
// node build.mjs FOLDER: style, script, fonts and logo into FOLDER, each under a name that carries its hash, with
// manifest.json ({"weefsel.css": "weefsel-1A2B3C4D.css", ...}) to find them by.
import { build } from "esbuild";
import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] && path.resolve(process.argv[2]);
if (!folder) {
  console.error("usage: node build.mjs FOLDER");
  process.exit(2);
}

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const shared = {
  absWorkingDir: here,
  outdir: folder,
  outbase: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  // Evergreen browsers of the last three years.
  target: ["chrome111", "edge111", "firefox113", "safari16.4"],
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  loader: { ".woff2": "file", ".svg": "copy" },
  legalComments: "none",
  metafile: true,
};
const pages = await build({
  ...shared,
  format: "iife",
  entryPoints: ["style/weefsel.css", "style/map_sheet.css", "src/weefsel.ts", "icons/logo.svg"],
});
// The map is a module of its own, and what works beside it others: only who asks for a map gets them.
const map = await build({
  ...shared,
  format: "esm",
  entryPoints: [
    { in: "src/map.ts", out: "map" },
    { in: "maplibre-gl/dist/maplibre-gl-worker.mjs", out: "map_worker" },
    { in: "src/marks_worker.ts", out: "marks_worker" },
  ],
});

const manifest = {};
for (const file of [pages, map].flatMap((result) => Object.keys(result.metafile.outputs))) {
  const name = path.basename(file);
  manifest[name.replace(/-[A-Z0-9]{8}(?=\.[a-z0-9]+$)/, "")] = name;
}
const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
await writeFile(path.join(folder, "manifest.json"), `${JSON.stringify(sorted, null, 2)}\n`);
