"""Language: the one a letter is written in, of those the rules know.

Kana make Japanese, other characters Chinese - Traditional where more of its own characters stand than
Simplified ones; small words tell German from English. A word or name in another script decides nothing.
"""

from __future__ import annotations

import re
from functools import cache

from calculator import tables

LANGUAGES = ("en", "zh-Hans", "zh-Hant", "ja", "de")
_KANA = re.compile(r"[\u3041-\u30fa]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_UMLAUT = re.compile(r"[äöüß]", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_TERMS = re.compile(
    r"a-to-z(?: guarantee)?(?: claims?)?|negative feedback|seller central|buy shipping|order id|chargebacks?"
    r"|order defect rate|seller performance|plan of action|item not received|not as described"
    r"|voice of the customer",
    re.IGNORECASE,
)
"""Terms of the marketplace, which stand in English in letters of any language."""
FEW_CHARACTERS, FEW_WORDS, FEW_SMALL_WORDS = 6, 4, 3
"""Up to these a name or a term; from these on a sentence of its own."""
_LEAST_SHARE = 5
"""One character in five of another script makes a letter of that script."""


def language_of(text: str) -> str:
    """Return the language of a letter.

    >>> language_of("我们在 2026年11月22日 关闭了 31 个商品。"), language_of("Wir haben die Ware geprüft.")
    ('zh-Hans', 'de')
    """
    latin = sum(map(len, _WORD.findall(re.sub(r"[\u3041-\u30fa\u3400-\u9fff]", " ", text))))
    kana, han = len(_KANA.findall(text)), len(_HAN.findall(text))
    if (kana + han) * _LEAST_SHARE < latin:
        return _by_small_words(text)
    if kana * _LEAST_SHARE >= han and kana:
        return "ja"
    return _chinese(text) if han else _by_small_words(text)


def base(lang: str) -> str:
    """Return the language whose phrases a letter is read with: both ways to write Chinese share them."""
    return lang.partition("-")[0]


def _by_small_words(text: str) -> str:
    words = [word.lower() for word in _WORD.findall(text)]
    counted = {lang: sum(word in _small_words(lang) for word in words) for lang in ("en", "de")}
    counted["de"] += len(_UMLAUT.findall(text))
    return "de" if counted["de"] > counted["en"] else "en"


def _chinese(text: str) -> str:
    traditional, simplified = _own_characters()
    own = sum(char in traditional for char in text)
    other = sum(char in simplified for char in text)
    return "zh-Hant" if own > other else "zh-Hans"


@cache
def _own_characters() -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that only Traditional and only Simplified Chinese writes."""
    held = (
        tables.read("calculator.causes", "signals/traditional"),
        tables.read("calculator.review", "traditional"),
    )
    traditional = frozenset(char for table in held for char in table["traditional"])
    simplified = frozenset(char for table in held for char in table["simplified"])
    return traditional - simplified, simplified - traditional


def is_foreign(sentence: str, lang: str) -> bool:
    """Return whether a sentence is of another language than its letter; terms and names make none.

    >>> is_foreign("We closed 31 offers and told the owner of it.", "de")
    True
    >>> is_foreign("已关闭 ODR 页面", "zh-Hans")
    False
    """
    kana, han = len(_KANA.findall(sentence)), len(_HAN.findall(sentence))
    if base(lang) in ("en", "de") and kana + han >= FEW_CHARACTERS:
        return True
    if base(lang) == "zh" and kana >= FEW_CHARACTERS:
        return True
    return _of_other_latin(sentence, base(lang), kana + han)


def _of_other_latin(sentence: str, lang: str, characters: int) -> bool:
    """Return whether the small words of a sentence are those of English or German where neither is due."""
    latin = _TERMS.sub(" ", _HAN.sub(" ", _KANA.sub(" ", sentence)))
    words = [word.lower() for word in _WORD.findall(latin)]
    counted = {one: sum(word in _small_words(one) for word in words) for one in ("en", "de")}
    own = counted.pop(lang, 0)
    other = max(counted.values())
    if lang in ("en", "de"):
        return other >= FEW_SMALL_WORDS and other > 2 * own
    return other >= 2 and len(words) > max(FEW_WORDS, characters // 2)


@cache
def _small_words(lang: str) -> frozenset[str]:
    return frozenset(tables.read("calculator.review", "languages")[lang]["small_words"])
