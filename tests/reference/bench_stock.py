"""Stock Pyodide on a page of its own: what our start is measured against."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

PACKAGE = Path("calculator/web/node_modules/pyodide")
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
NEEDED = Path(".build/runtime/needed.txt")
HEADERS = "/pyodide/*\n  Cache-Control: public, max-age=31536000, immutable\n"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>stock</title>
<script type="module">
window.start = () => new Promise((resolve, reject) => {
  const began = performance.now();
  const worker = new Worker("worker.js", { type: "module" });
  worker.onmessage = ({ data }) => data === "ready" ? resolve(performance.now() - began) : reject(data);
  worker.onerror = (event) => reject(event.message);
});
</script></html>
"""
WORKER = """import { loadPyodide } from "./pyodide/pyodide.mjs";
try {
  const python = await loadPyodide({ indexURL: new URL("./pyodide/", import.meta.url).href });
  python.runPython(IMPORTS);
  postMessage("ready");
} catch (thrown) {
  postMessage(String(thrown));
}
"""


def site(folder: Path) -> Path:
    """A site that starts the runtime of the npm package as its manual says, then imports what we import."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "pyodide").mkdir(parents=True)
    for name in FILES:
        shutil.copyfile(PACKAGE / name, folder / "pyodide" / name)
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    (folder / "_headers").write_text(HEADERS, encoding="utf-8")
    modules = NEEDED.read_text(encoding="utf-8").split()
    imports = f"import importlib\nfor name in {modules!r}:\n    importlib.import_module(name)\n"
    (folder / "worker.js").write_text(f"const IMPORTS = {json.dumps(imports)};\n{WORKER}", encoding="utf-8")
    return folder
