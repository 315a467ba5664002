"""Work on pages: serve the site and build it again whenever one of its sources changes.

`make dev` looks twice a second at the times of the sources and runs `make site`; the server keeps
running, so reloading the page is enough.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time

from calculator.docsite import settings
from calculator.docsite.serve import serve

WATCHED = ("docs", "calculator", "appeal_templates", "mkdocs.yml")
SKIPPED = ("node_modules", "__pycache__")


def newest() -> float:
    """Return the time of the youngest source."""
    found = 0.0
    for name in WATCHED:
        top = settings.ROOT / name
        for path in (top, *top.rglob("*")):
            if not any(part in SKIPPED for part in path.parts) and path.is_file():
                found = max(found, path.stat().st_mtime)
    return found


def main() -> int:
    """Serve and rebuild until interrupted."""
    server = serve(settings.SITE, 8000)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Working copy at http://127.0.0.1:{server.server_port}/. Ctrl+C ends it.", flush=True)
    seen = newest()
    try:
        while True:
            time.sleep(0.5)
            now = newest()
            if now > seen:
                seen = now
                done = subprocess.run(["make", "--silent", "site"], cwd=settings.ROOT, check=False)
                print("built" if done.returncode == 0 else "not built, see above", flush=True)
    except KeyboardInterrupt:
        return 0


if __name__ == "__main__":
    sys.exit(main())
