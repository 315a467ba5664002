"""Build the whole site: every language side by side, then what MkDocs does not do.

`python -m calculator.docsite.build` leaves the finished site in `.build/site`: English at its root,
Simplified Chinese below `zh/`, Traditional derived from it below `zh-hant/`, one copy of the
calculator's files, one security policy, one sitemap. It is put together in a folder of its own and
swapped in at the end, so a server never sees half a site.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from calculator.docsite import (
    bundle,
    case_fields,
    headers,
    licences,
    llms,
    offline,
    settings,
    sitemap,
    traditional_site,
    wheel,
    zip_edition,
)
from calculator.docsite.languages import LANGUAGES, WRITTEN

CONFIGURATIONS = {"en": "mkdocs.yml", "zh-Hans": "docs/zh.yml"}


class BuildFailed(Exception):
    """MkDocs found a fault; its own words are above."""


def build(site: Path = settings.SITE) -> None:
    """Build every language into `site`.

    Raises:
        BuildFailed: a page of some language is at fault.
        AssetsMissing: the calculator's files have not been built.
    """
    bundle.manifest()
    site.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f"{site.name}.", dir=site.parent) as folder:
        fresh, old = Path(folder, "site"), Path(folder, "old")
        build_languages(fresh)
        finish(fresh)
        if site.exists():
            site.rename(old)
        fresh.rename(site)


def build_languages(fresh: Path) -> None:
    """Run MkDocs for every written language at the same time and put the results into one tree."""
    parts = {one: fresh.with_name(f"{fresh.name}.{one.tag}") for one in WRITTEN}
    running = [(one.tag, _start(CONFIGURATIONS[one.tag], parts[one])) for one in WRITTEN]
    failed = [tag for tag, process in running if process.wait() != 0]
    if failed:
        raise BuildFailed(f"The site was not built: MkDocs stopped in {', '.join(failed)} (see above).")
    for one in WRITTEN:
        shutil.rmtree(fresh / one.folder, ignore_errors=True)
        shutil.move(parts[one], fresh / one.folder)


def finish(fresh: Path) -> None:
    """Add the third language, the calculator's files, the sitemap and the policy; drop what no page uses."""
    for source_map in fresh.rglob("*.map"):
        source_map.unlink()
    for folder in (*fresh.rglob("javascripts/workers"), *fresh.rglob("javascripts/lunr")):
        shutil.rmtree(folder)
    traditional_site.derive(fresh)
    bundle.copy_assets(fresh)
    case_fields.publish(fresh)
    licences.publish(fresh)
    wheel.publish(fresh)
    sitemap.write(fresh, settings.site_address())
    llms.write(fresh, settings.site_address())
    (fresh / ".nojekyll").touch()
    policy = headers.write(fresh, [one.folder for one in LANGUAGES])
    zip_edition.publish(fresh, lambda: offline.publish(fresh, policy))


def _start(configuration: str, goal: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mkdocs", "--quiet", "build", "--strict"]
    command += ["--config-file", str(settings.ROOT / configuration), "--site-dir", str(goal.resolve())]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONWARNINGS": "ignore"}
    return subprocess.Popen(command, cwd=settings.ROOT, env=environment)


def main() -> int:
    """Build, and say in one sentence what went wrong."""
    try:
        build()
    except (BuildFailed, bundle.AssetsMissing) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
