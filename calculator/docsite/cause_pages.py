"""Cause pages: every block of a cause as a text with blanks, with its questions and what could prove it.

The frames of a block stand under the three headings of a plan. A frame is a line that may be left
out; none of them holds a fact, a day or a name of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from calculator.docsite import blocks, letters, words
from calculator.docsite.letter_form import Group
from calculator.messages import text
from calculator.plan_of_action.blocks import ANY, PARTS, Block, Frame, Slot, own_block, roles
from calculator.plan_of_action.blocks import blocks as all_blocks

FOLDER = "templates/causes/"
INDEX = "templates/causes/index.md"
BOX = {"root_cause": "root_cause", "action": "actions_taken", "prevention": "prevention"}
SLOT = re.compile(r"\[\[([A-Za-z_]+)\]\]")
VOICES = {
    "en": {"we": "we", "our": "our", "us": "us"},
    "zh-Hans": {"we": "我们", "our": "我们的", "us": "我们"},
}
"""Who speaks, where a frame leaves it to its writer; a page knows no writer and says we."""
LANGUAGES = ("en", "zh-Hans")


@dataclass(frozen=True, slots=True, kw_only=True)
class CausePage:
    """One block and the end of its page's address: `causes/not_received/early_confirmation`."""

    page: str
    block: Block


@cache
def everything() -> tuple[CausePage, ...]:
    """Return every block that has something to write, those for own words last."""
    of_causes = (one for one in all_blocks() if one.cause != ANY)
    found = [one for one in (*of_causes, own_block()) if one.frames]
    return tuple(CausePage(page=f"causes/{one.cause}/{one.id}", block=one) for one in found)


def by_cause() -> dict[str, list[CausePage]]:
    """Return the blocks of each cause."""
    found: dict[str, list[CausePage]] = {}
    for one in everything():
        found.setdefault(one.block.cause, []).append(one)
    return found


def title(slug: str, lang: str) -> str:
    """Return the title of a block's page."""
    return _named(slug).block.title[lang]


def description(slug: str, lang: str) -> str:
    """Return what a block is for, for search results."""
    one = _named(slug).block
    return f"{one.title[lang]} - {one.when[lang]}"


def facts_of(slug: str) -> tuple[str, ...]:
    """Return the policy keys a block leans on."""
    return _named(slug).block.facts


def page(slug: str, lang: str) -> str:
    """Return everything below the title of a block's page."""
    one = _named(slug)
    both = [_letter(one, sent, lang) for sent in LANGUAGES]
    groups = [_group(frame, lang) for frame in one.block.frames]
    html = letters.layout(both[0], both, groups, lang, _note(one.block, lang))
    proofs = [proof.words[lang] for proof in one.block.proofs]
    return html + "\n" + blocks.render("proofs", lang, proofs=proofs)


def listed(lang: str, way: str) -> str:
    """Return every block under a Markdown heading for its cause."""
    parts = []
    for cause, held in by_cause().items():
        found = [(one.page, one.block.title[lang], one.block.when[lang]) for one in held]
        rows = [(way + letters.address(page), title, when, "") for page, title, when in found]
        parts.append(f"## {name_of(cause, lang)} {{: #{cause.replace('_', '-')} }}")
        parts.append(blocks.render("letters", lang, links=rows))
    return "\n\n".join(parts)


def name_of(cause: str, lang: str) -> str:
    """Return the name of a cause; own words serve any."""
    name = words.guide(lang, "catalogue.any") if cause == ANY else text(lang, f"causes.names.{cause}")
    return name[0].upper() + name[1:]


def _named(slug: str) -> CausePage:
    return next(one for one in everything() if one.page == slug)


def _note(block: Block, lang: str) -> str:
    return text(lang, f"root_causes.caution.{block.caution}") if block.caution else ""


def _letter(one: CausePage, sent: str, lang: str) -> dict[str, Any]:
    """Return a block as the pages of letters take one: its runs, its boxes, its blanks."""
    warning = {"text": text(sent, "letters.not_ready") + "\n\n"}
    boxes = {BOX[part]: _parts(one.block.of(part), sent) for part in PARTS}
    parts: list[dict[str, Any]] = []
    for box, found in boxes.items():
        start = "\n\n" if parts else ""
        parts += [{"text": start + words.guide(sent, f"letter.box.{box}")}, *found]
    return {
        "template": one.page,
        "title": one.block.title[lang],
        "when": one.block.when[lang],
        "not_when": one.block.not_when[lang],
        "deadline": words.guide(lang, "letter.as_the_plan"),
        "fact": None,
        "text_lang": sent,
        "parts": [warning, *parts],
        "boxes": {box: {"parts": [warning, *_in_a_box(found)]} for box, found in boxes.items() if found},
        "language_note": text(lang, "letters.language_note"),
        "facts": list(one.block.facts),
        "checked_on": one.block.checked_on.isoformat(),
        "status": one.block.status,
    }


def _parts(frames: tuple[Frame, ...], sent: str) -> list[dict[str, Any]]:
    """Return each frame as a line that may be left out."""
    return [part for frame in frames for part in _runs(frame, sent)]


def _runs(frame: Frame, sent: str) -> list[dict[str, Any]]:
    labels = {slot.name: slot.label[sent] for slot in frame.slots}
    found: list[dict[str, Any]] = []
    for at, piece in enumerate(SLOT.split(f"\n- {frame.words[sent]}")):
        if at % 2 and piece in labels:
            blank = f"{frame.id}-{piece}"
            found.append({"blank": blank, "label": labels[piece], "line": frame.id})
        elif piece:
            found.append({"text": _voice(piece, sent) if at % 2 else piece, "line": frame.id})
    return found


def _voice(name: str, lang: str) -> str:
    said = VOICES[lang].get(name.casefold(), name)
    return said.capitalize() if name[0].isupper() else said


def _in_a_box(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return runs without the line end that parts them from their heading."""
    first, *rest = parts
    return [{**first, "text": first["text"].lstrip("\n")}, *rest]


def _group(frame: Frame, lang: str) -> Group:
    note = words.guide(lang, "letter.planned", words=_open(frame, lang)) if frame.planned else ""
    return Group(
        line=frame.id,
        title=frame.question[lang],
        blanks=tuple(_blank(frame, slot, lang) for slot in frame.slots),
        note=note,
        is_used=True,
    )


def _open(frame: Frame, lang: str) -> str:
    """Return the dated commitment with its blanks."""
    labels = {slot.name: slot.label[lang] for slot in frame.planned_slots}
    return SLOT.sub(lambda found: _shown(found[1], labels, lang), frame.planned[lang])


def _shown(name: str, labels: dict[str, str], lang: str) -> str:
    if name in labels:
        return f"【{labels[name]}】"
    return _voice(name, lang)


def _blank(frame: Frame, slot: Slot, lang: str) -> dict[str, Any]:
    first, second = ({"in_text": slot.label[sent], "example": _example(slot, sent)} for sent in LANGUAGES)
    return {
        "blank": f"{frame.id}-{slot.name}",
        "label": slot.label[lang],
        "kind": slot.kind,
        "where": slot.where.get(lang, ""),
        **first,
        "other": second,
    }


def _example(slot: Slot, lang: str) -> str:
    example = slot.example[lang]
    return roles()[example][lang] if example in roles() else example
