"""Language: the one of the eight a comment is most likely written in.

Kana make Japanese, other characters Chinese; for the rest the small words of each language are
counted, and the phrases found decide between languages that share them.
"""

from __future__ import annotations

import re

from calculator.causes.patterns import Match
from calculator.causes.signals import LANGUAGES, WITHOUT_SPACES, signals
from calculator.causes.tokens import Token, tokens

_KANA = re.compile(r"[\u3041-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = [lang for lang in LANGUAGES if lang not in WITHOUT_SPACES]

Read = tuple[str, list[Token], list[Match]]


def read(text: str) -> Read:
    """Return the language of a comment, its tokens and the phrases found in it."""
    if _KANA.search(text):
        return _read("ja", text)
    if _HAN.search(text):
        both = [_read("zh", text), _read("ja", text)]
        return max(both, key=lambda one: len(one[2]))
    comment = tokens(text)
    words = [one.word for one in comment]
    counted = {lang: sum(word in signals(lang).marks for word in words) for lang in _LETTERS}
    most = max(counted.values())
    likely = [lang for lang in _LETTERS if counted[lang] >= most - (most < 3)]
    found = [(lang, comment, signals(lang).finder.found(comment)) for lang in likely]
    return max(found, key=lambda one: 2 * counted[one[0]] + 3 * len(one[2]))


def _read(lang: str, text: str) -> Read:
    comment = tokens(text, chinese=lang == "zh")
    return lang, comment, signals(lang).finder.found(comment)
