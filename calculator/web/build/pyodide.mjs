/** Pyodide under Node for the build: one place for how it is started and how it fails. */
import { loadPyodide } from "pyodide";

/** Uncaught errors of the runtime would print a whole minified line of source. */
process.on("uncaughtException", (error) => {
  console.error(String(error?.message ?? error));
  process.exit(1);
});

/**
 * Start Python with the folders given mounted at the paths given.
 * @param {Record<string, string>} mounts path inside Python -> folder of the host
 * @param {import("pyodide").PyodideConfig} options
 */
export async function startPython(mounts, options = {}) {
  const python = await loadPyodide({ stdout: console.log, stderr: console.error, ...options });
  for (const [inside, folder] of Object.entries(mounts)) {
    python.FS.mkdirTree(inside);
    python.mountNodeFS(inside, folder);
  }
  return python;
}
