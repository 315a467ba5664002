/**
 * Run the core's tests on the very runtime the browser loads: trimmed library, compiled wheel.
 * Called as: node tests/pyodide/run.mjs [pytest arguments], after `make runtime`.
 */
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const { startPython } = await import(join(root, "calculator/web/build/pyodide.mjs"));
const build = join(root, ".build");
const { files } = JSON.parse(readFileSync(join(build, "runtime/runtime.json"), "utf8"));
const asset = (name) => join(build, "assets", files[name].path);

const mounts = {
  "/in-pyodide": join(build, "in-pyodide"),
  "/project/tests": join(root, "tests"),
  "/stock": join(root, "calculator/web/node_modules/pyodide"),
};
const shops = join(build, "shops");
if (existsSync(shops)) mounts["/project/shops"] = shops;
const samples = join(root, "../shared/samples");
if (existsSync(samples)) mounts["/shared/samples"] = samples;

const unpacked = (name) => gunzipSync(readFileSync(asset(name)));
const library = join(mkdtempSync(join(tmpdir(), "odr-")), "python_stdlib.zip");
writeFileSync(library, unpacked("library"));

const python = await startPython(mounts, {
  stdLibURL: library,
  lockFileContents: readFileSync(asset("lock"), "utf8"),
  packageBaseUrl: dirname(asset("reader")),
  packages: ["python-calamine"],
});
for (const [set, stream] of [["setStdout", process.stdout], ["setStderr", process.stderr]]) {
  python[set]({ write: (bytes) => (stream.write(bytes), bytes.length) });
}
const ahead = python.pyimport("odr_ahead");
python.FS.writeFile("/lib/odr_handbook.whl", unpacked("core"));
ahead.add("/lib/odr_handbook.whl");
python.pyimport("sys").path.append("/lib/odr_handbook.whl");
python.FS.writeFile("/lib/odr_desk.zip", unpacked("desk"));
ahead.add("/lib/odr_desk.zip");
python.pyimport("calculator.browser.packs").add("/lib/odr_desk.zip");
python.FS.writeFile("/project/pytest.ini", readFileSync(join(root, "tests/pyodide/pytest.ini")));
python.FS.chdir("/project");
python.pyimport("sys").path.append("/project/tests/pyodide");
const outcome = python.pyimport("inside").run(python.toPy(process.argv.slice(2)));
process.exit(outcome);
