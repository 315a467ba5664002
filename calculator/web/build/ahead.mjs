/**
 * Write, for each archive, the table of what Python would compile from text at every start.
 * Called as: node ahead.mjs FOLDER CORE_ARCHIVE DESK_ARCHIVE; writes library.ahead, core.ahead and
 * desk.ahead into the folder that holds the archives.
 */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startPython } from "./pyodide.mjs";

const [folder, core, desk] = process.argv.slice(2);
const here = join(dirname(fileURLToPath(import.meta.url)), "ahead");
const python = await startPython(
  { "/packed": folder, "/ahead": here },
  {
    env: { PYTHONOPTIMIZE: "2", PYTHONNODEBUGRANGES: "1", PYTHONHASHSEED: "0" },
    lockFileURL: join(folder, "pyodide-lock.json"),
    packages: ["python-calamine"],
  },
);
python.runPython("import sys; sys.dont_write_bytecode = True; sys.path.append('/ahead')");
python.pyimport("record").write("/packed", core, desk);
