/**
 * Bundle the page's shell: element, worker and style, under names that change with the content, and
 * write `.build/assets/manifest.json`, the list of everything below `.build/assets/`.
 * Called as: node shell.mjs BUILD_FOLDER
 */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/**
 * The page itself (typed case, tables, keeping) runs on older engines than Python does, such as those
 * inside messengers; what stands only in the worker may ask for what Pyodide asks for anyway:
 * WebAssembly exceptions, module workers, static blocks in classes.
 */
const PAGE = ["chrome86", "firefox90", "safari15"];
const WORKER = ["chrome95", "firefox114", "safari16.4"];

const web = join(dirname(fileURLToPath(import.meta.url)), "..");
const out = process.argv[2];
const assets = join(out, "assets");
const runtime = JSON.parse(readFileSync(join(out, "runtime", "runtime.json"), "utf8")).files;
const messages = JSON.parse(readFileSync(join(out, "messages.json"), "utf8"));
const manifest = {};
const packages = new Set(["pyodide"]);

/** The parts all pages have are written for the calculator's element; another has them below its own. */
const underTheName = (element) => ({
  name: "under-the-name",
  setup(build) {
    build.onLoad({ filter: /\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("odr-calculator", element),
      loader: "css",
    }));
  },
});

mkdirSync(join(assets, "odr"), { recursive: true });
const texts = {};
for (const [language, catalogue] of Object.entries(messages)) {
  texts[language] = place(`messages-${language}`, "json", JSON.stringify(catalogue), `messages-${language}.json`);
}
const worker = place("worker", "js", await bundle("worker.ts", WORKER), "worker.js");
const [lookUp, example, inEither, traditional, knownAnswers] = ["look-up", "example", "appeal-example", "appeal-example-zh-Hant", "known-answers"].map((name) =>
  place(name, "json", readFileSync(join(out, `${name}.json`), "utf8"), `${name}.json`),
);
const appealExample = { en: inEither, "zh-Hans": inEither, "zh-Hant": traditional };
const built = { parts: withIntegrity(runtime), worker, messages: texts, lookUp, example, appealExample, knownAnswers };
for (const name of ["calculator", "appeal", "letter-check", "known-answers"]) {
  place(name, "js", await bundle(`${name}.ts`, PAGE, { BUILT: JSON.stringify(built) }), `${name}.js`);
  place(name, "css", await bundle(`${name}.css`, PAGE, {}, [underTheName(`odr-${name}`)]), `${name}.css`);
}
place("search", "js", await bundle("search/worker.ts", PAGE, {}, [], "iife"), "search.js");
writeFileSync(join(out, "service-worker.js"), await bundle("offline/worker.ts", PAGE, {}, [], "iife"));
for (const [name, file] of Object.entries(runtime)) manifest[name] = file;
writeFileSync(join(assets, "manifest.json"), JSON.stringify(manifest, null, 1) + "\n");
writeFileSync(join(out, "bundled.json"), JSON.stringify([...packages].sort()));
sweep();

async function bundle(entry, target, define = {}, plugins = [], format = "esm") {
  const result = await build({
    entryPoints: [join(web, "src", entry)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format,
    target,
    external: ["node:*", "ws"],
    define,
    plugins,
    legalComments: "inline",
    logLevel: "warning",
  });
  for (const path of Object.keys(result.metafile.inputs)) {
    const name = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
    if (name !== undefined) packages.add(name);
  }
  return result.outputFiles[0].text;
}

function place(stem, ending, text, logical) {
  const content = Buffer.from(text);
  const path = `odr/${stem}-${createHash("sha256").update(content).digest("hex").slice(0, 10)}.${ending}`;
  writeFileSync(join(assets, path), content);
  manifest[logical] = { path, bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
  return path;
}

/** The worker looks whether each part is, byte for byte, what was built. */
function withIntegrity(files) {
  return Object.fromEntries(
    Object.entries(files).map(([name, file]) => {
      const digest = createHash("sha256").update(readFileSync(join(assets, file.path))).digest("base64");
      return [name, { ...file, integrity: `sha256-${digest}` }];
    }),
  );
}

/** Remove what an earlier build left, so that a site never carries two versions. */
function sweep() {
  const current = new Set(Object.values(manifest).map((file) => file.path));
  for (const name of readdirSync(join(assets, "odr"))) {
    if (!current.has(`odr/${name}`)) rmSync(join(assets, "odr", name));
  }
}
