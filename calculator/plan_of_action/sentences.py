"""Sentences: a frame with its slots filled, in the letter's language and in the reader's.

A frame is words with slots `[[name]]`. An open slot is printed as a blank 【label】; the voice (we or
I) is put in from a table, and the ending of a verb (`[[s]]`, `[[es]]`) as it fits who does it.
Substitution is one pass: typed words are never looked through again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from calculator.messages import text
from calculator.plan_of_action.answers import Answer
from calculator.plan_of_action.model import CLOSE, ENGLISH, OPEN, Missing, Part, Sentence, Source, Writing

_SLOT = re.compile(r"\[\[([A-Za-z_]+)\]\]")
_ENDINGS = ("s", "es")
_VOICE = ("we", "We", "our", "Our", "us", *_ENDINGS)
_NO_ENDING = re.compile(r"I|.+ and .+")
_HAN, _LATIN = re.compile("[\u4e00-\u9fff]"), re.compile(r"(?!\d+年)[A-Za-z0-9]")
Words = Mapping[str, str]


def filled(
    frame: str, words: Words, answers: Mapping[str, Answer], writing: Writing, row: str = ""
) -> Sentence:
    """Return a frame as a sentence; what is open stands as a blank."""
    lang, other = writing.language, writing.other
    used = [answers[name] for name in slots_of(words[ENGLISH])]
    beside = "".join(part.text for part in _parts(words[other], other, answers, writing))
    open_ = [one for one in used if one.is_open]
    return Sentence(
        parts=_parts(words[lang], lang, answers, writing),
        frame=frame,
        row=row,
        reading=beside if all(other in one.words or one.is_open for one in used) else None,
        blanks=tuple(dict.fromkeys(one.field for one in open_)),
        missing=tuple(
            Missing(field=one.field, kind=one.slot.kind, question=one.slot.label)
            for one in open_
            if not one.problem
        ),
        problems=tuple(one.problem for one in used if one.problem),
    )


def asked(frame: str, question: Words, fields: Iterable[str], writing: Writing, row: str = "") -> Sentence:
    """Return a blank that holds a question: nothing of the frame itself is printed."""
    blanks = tuple(dict.fromkeys(fields))
    part = Part(text=_blank(said(question, writing.language)), source=Source.TEMPLATE, field=blanks[0])
    return Sentence(
        parts=(part,), frame=frame, row=row, reading=_blank(said(question, writing.other)), blanks=blanks
    )


def said(words: Words, lang: str) -> str:
    """Return words in a language; Simplified Chinese stands in where the Traditional are not derived."""
    return words[lang] if lang in words else words["zh-Hans"]


def slots_of(words: str) -> tuple[str, ...]:
    """Return the names of the slots of a frame in the order of first use, voice left out.

    >>> slots_of("On [[on]], [[We]] asked [[who]] on [[on]].")
    ('on', 'who')
    """
    return tuple(dict.fromkeys(name for name in _pieces(words)[1::2] if name not in _VOICE))


@cache
def _pieces(words: str) -> tuple[str, ...]:
    return tuple(_SLOT.split(words))


def _parts(words: str, lang: str, answers: Mapping[str, Answer], writing: Writing) -> tuple[Part, ...]:
    parts = []
    for at, piece in enumerate(_pieces(words)):
        if at % 2 and piece not in _VOICE:
            parts.append(_answer(answers[piece], lang))
        elif piece:
            shown = _voiced(piece, lang, writing, answers) if at % 2 else piece
            parts += [Part(text=shown, source=Source.TEMPLATE)] if shown else []
    if lang != ENGLISH:
        return tuple(_spaced(parts))
    return tuple(parts if _begins_with_a_name(words, answers) else _capital(parts))


def _begins_with_a_name(words: str, answers: Mapping[str, Answer]) -> bool:
    """Return whether a sentence begins with the name of a file, which is written as it is."""
    first, *rest = _pieces(words)
    return not first and rest[0] in answers and answers[rest[0]].slot.kind == "proof"


def _answer(answer: Answer, lang: str) -> Part:
    if lang in answer.words:
        return Part(text=answer.words[lang], source=answer.source, field=answer.field)
    return Part(text=_blank(said(answer.slot.label, lang)), source=Source.TEMPLATE, field=answer.field)


def _voiced(name: str, lang: str, writing: Writing, answers: Mapping[str, Answer]) -> str:
    if name in _ENDINGS:
        who = answers["who"].words.get(ENGLISH, "")
        return "" if _NO_ENDING.fullmatch(who) else name
    return text(lang, f"letter.voice.{'i' if writing.is_one_person else 'we'}.{name}")


def _blank(label: str) -> str:
    return OPEN + label + CLOSE


def _capital(parts: list[Part]) -> list[Part]:
    """Write the first letter of a sentence large."""
    if parts and parts[0].text[:1].islower():
        first = parts[0]
        parts[0] = Part(text=first.text[0].upper() + first.text[1:], source=first.source, field=first.field)
    return parts


def _spaced(parts: list[Part]) -> list[Part]:
    """Put the blank between Chinese and Latin into the words of the frame; a date stands without one."""
    parts = list(parts)
    for at, (before, after) in enumerate(pairwise(list(parts))):
        if not _needs_space(before.text, after.text):
            continue
        if before.source is Source.TEMPLATE and not before.field:
            parts[at] = Part(text=parts[at].text + " ", source=before.source)
        elif after.source is Source.TEMPLATE and not after.field:
            parts[at + 1] = Part(text=" " + after.text, source=after.source)
    return parts


def _needs_space(before: str, after: str) -> bool:
    if not before or not after:
        return False
    return bool(
        (_HAN.match(before[-1]) and _LATIN.match(after)) or (_LATIN.match(before[-1]) and _HAN.match(after))
    )
