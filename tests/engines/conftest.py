"""The engines of this machine, one page each, and the finished site on two hosts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import with_headers, with_meta_alone

from .engine import Engine, Missing
from .firefox import Firefox
from .webkit import WebKit

__all__ = ["with_headers", "with_meta_alone"]
ENGINES: dict[str, type[Engine]] = {"firefox": Firefox, "webkit": WebKit}


@pytest.fixture(scope="session", params=ENGINES)
def started(request: pytest.FixtureRequest) -> Iterator[Engine]:
    try:
        found = ENGINES[request.param]()
    except Missing as missing:
        pytest.skip(str(missing))
    yield found
    found.close()


@pytest.fixture
def engine(started: Engine, record_property: pytest.RecordProperty) -> Engine:
    """The browser, on an empty page; its version goes into the record."""
    record_property("version", started.version)
    started.open("about:blank")
    return started
