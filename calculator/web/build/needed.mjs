/**
 * Print, one a line, the standard-library modules in use once Python runs, the .xlsx reader is
 * loaded and every module of ours is imported: what stays in the trimmed library.
 * Called as: node needed.mjs FOLDER WHEEL_NAME; the folder holds the wheel and a lock with the reader.
 */
import { startPython } from "./pyodide.mjs";

const [folder, wheel] = process.argv.slice(2);
const python = await startPython(
  { "/wheel": folder },
  { lockFileURL: `${folder}/pyodide-lock.json`, packages: ["python-calamine"] },
);
python.globals.set("wheel", `/wheel/${wheel}`);
python.runPython(`
import importlib, sys, zipfile, zipimport
sys.path.insert(0, wheel)
ours = [name[:-3].replace("/", ".").removesuffix(".__init__")
        for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".py")]
for name in ours:
    if not name.endswith("__main__"):
        importlib.import_module(name)
import python_calamine
tops = {"python_calamine"} | {name.partition(".")[0] for name in ours}
for name in sorted(sys.modules):
    if name.partition(".")[0] not in tops and name.partition(".")[0] != "__main__":
        print(name)
`);
