"""No page, message or template promises an outcome, quotes a rate of success or praises itself.

Words quoted from others may stand in quotation marks, and a sentence may say that nobody can promise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_document import sources

from calculator.docsite import settings

PROMISE = re.compile(
    r"success rates?|(?<!A-to-z )\bguarantee[ds]?\b(?! (?:claim|protection|for))|100 ?%|will be reinstated|\bwe promise\b"
    r"|(?:sure|certain) to be (?:accepted|reinstated|approved)|\bproven\b|\bsurefire\b|never fails?\b"
    r"|保证(?!金|书)|包过|必过|成功率|百分百|包申诉|稳过|秒过|一定能(?:恢复|通过)|必定(?:恢复|通过)"
    r"|保證(?!金|書)|包過|必過|一定能(?:恢復|通過)|百分之百"
    r"|必ず(?:回復|承認)|成功率|Erfolgs(?:quote|rate)|garantier[et]",
    re.IGNORECASE,
)
DENIED = re.compile(
    r"\b(?:no|not|nobody|never|cannot|without|none|neither|nor|do not|don't|false|wrong|refuse|avoid)\b"
    r"|[?？]|吗|嗎|不|没|沒|无|無|非|勿|别|別|谁也|誰也|keine?|nicht|ない|ません",
    re.IGNORECASE,
)
QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"|‘[^’]*’|`[^`]*`|\{\{ quoted\(.*?\) \}\}")
SENTENCE = re.compile(r"(?<=[.!?。！？])\s*|\n")
READ = ("calculator/messages/*/*.toml", "appeal_templates/**/*.toml", "calculator/docsite/*.toml")
SEARCHED = re.compile(r"^asked:.*?(?=^[a-z-])", re.MULTILINE | re.DOTALL)
"""What sellers type into the search is theirs, like `search_words.toml`."""


def promises(text: str) -> list[str]:
    """Return every sentence that promises and neither denies nor quotes it."""
    found = []
    for one in SENTENCE.split(text):
        bare = QUOTED.sub("", one) if "=" not in one[:40] else re.sub(r"“[^”]*”", "", one)
        if PROMISE.search(bare) and not DENIED.search(bare):
            found.append(one.strip())
    return found


def read() -> Iterator[tuple[str, str]]:
    for folder in ("en", "zh"):
        for name, text in sources(folder).items():
            yield f"{folder}/{name}", SEARCHED.sub("", text)
    for pattern in READ:
        for path in sorted(settings.ROOT.glob(pattern)):
            if path.stem != "search_words":
                yield path.relative_to(settings.ROOT).as_posix(), path.read_text(encoding="utf-8")
    yield "README.md", Path(settings.ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_promises_an_outcome() -> None:
    assert {name: hits for name, text in read() if (hits := promises(text))} == {}


@pytest.mark.parametrize(
    "text",
    [
        "We guarantee that you will be back.",
        "Our success rate speaks for itself.",
        "Your offers will be reinstated.",
        "我们保证恢复。",
        "成功率很高。",
        "我們保證恢復。",
        "Erfolgsquote von neun aus zehn.",
    ],
)
def test_a_promise_is_caught(text: str) -> None:
    assert promises(text)


@pytest.mark.parametrize(
    "text",
    [
        "An A-to-z Guarantee claim was granted.",
        "Nobody can guarantee what Amazon decides.",
        "It quotes no success rates.",
        "Who writes “guaranteed reinstatement” sells hope.",
        "谁也不能保证结果。",
        "保证金另算。",
    ],
)
def test_a_name_a_denial_and_a_quotation_pass(text: str) -> None:
    assert promises(text) == []
