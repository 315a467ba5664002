"""Language: the one of the eight a comment is most likely written in.

Kana make Japanese, other characters Chinese; for the rest the small words of each language are
counted, then its letters, and what its words are about decides between languages that share them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from calculator import tables
from calculator.causes.concepts import Hit, words_of
from calculator.causes.signals import LANGUAGES, WITHOUT_SPACES
from calculator.causes.tokens import Token, tokens

_KANA = re.compile(r"[\u3041-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_LETTERS = [lang for lang in LANGUAGES if lang not in WITHOUT_SPACES]
_OWN_LETTERS = {"de": "äöüß", "fr": "çêëîïûœâ", "es": "ñ¿¡áíóú", "it": "ìòù"}
_SMALL_WORD, _OWN_LETTER, _ABOUT = 4, 3, 2
_IN_DOUBT = 12
_LOOKED_AT = 400


class Read(NamedTuple):
    """A comment as read: its language, its tokens, what its words are about."""

    lang: str
    comment: list[Token]
    hits: list[Hit]


def read(text: str, lang: str | None = None) -> Read:
    """Return a comment as read in the language given, else in the one it is most likely in."""
    chosen = lang.partition("-")[0] if lang else ""
    if chosen not in LANGUAGES:
        chosen = language_of(text)
    comment = tokens(text, chinese=chosen == "zh")
    return Read(chosen, comment, words_of(chosen).found(comment))


def language_of(text: str) -> str:
    """Return the most likely language.

    >>> language_of("Rien de cassé."), language_of("届きません")
    ('fr', 'ja')
    """
    if _KANA.search(text):
        return "ja"
    start = text[:_LOOKED_AT]
    if _HAN.search(text):
        japanese, chinese = (_about(start, lang) for lang in ("ja", "zh"))
        return "ja" if japanese > chinese else "zh"
    words = [one.word for one in tokens(start)]
    letters = start.lower()
    weight = {
        lang: _SMALL_WORD * sum(word in _small(lang) for word in words)
        + _OWN_LETTER * sum(letter in letters for letter in _OWN_LETTERS.get(lang, ()))
        for lang in _LETTERS
    }
    most, second = sorted(weight.values(), reverse=True)[:2]
    if most - second < _IN_DOUBT:
        weight = {lang: weight[lang] + _ABOUT * _about(start, lang) for lang in _LETTERS}
    return max(_LETTERS, key=lambda lang: weight[lang])


def _about(text: str, lang: str) -> int:
    """Return how many tokens of a text begin a word of the language's lists."""
    comment = tokens(text, chinese=lang == "zh")
    return len({one.first for one in words_of(lang).found(comment)})


@cache
def _small(lang: str) -> frozenset[str]:
    table = tables.read("calculator.causes", f"words/{lang}")
    return frozenset(word for one in table["small"]["words"] for word in _folded(one))


def _folded(word: str) -> tuple[str, ...]:
    return tuple(one.word for one in tokens(word))
