/**
 * Byte-compile a standard library and a wheel with pyodide-build, inside Pyodide, so that the
 * bytecode is from exactly the Python that will load it. Docstrings stay behind, a seventh of the bytes,
 * and so do the columns inside a line, a third of what is left on the wire: a traceback names lines.
 * Called as: node pycompile.mjs FOLDER SITE_PACKAGES_WITH_PYODIDE_BUILD ARCHIVE...
 */
import { startPython } from "./pyodide.mjs";

const [folder, tools, ...archives] = process.argv.slice(2);
const python = await startPython(
  { "/tools": tools, "/packed": folder },
  { env: { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? "1700000000", PYTHONOPTIMIZE: "2", PYTHONNODEBUGRANGES: "1" } },
);
python.globals.set("archives", python.toPy(archives));
python.runPython(`
import sys
sys.path.append("/tools")
sys.dont_write_bytecode = True

from pyodide_build.cli.py_compile import main
for name in archives:
    main([f"/packed/{name}", "--silent", "--compression-level", "9"], standalone_mode=False)
`);
