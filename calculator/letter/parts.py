"""Parts: root cause, actions taken and prevention, row by row, as entries of the letter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from calculator.letter.model import Entry, Kind, Place, Rank
from calculator.letter.template import past_day, said
from calculator.plan_of_action.line import Line, Standing
from calculator.plan_of_action.model import Section, Sentence
from calculator.plan_of_action.plan import Plan
from calculator.plan_of_action.refunds import order_slot
from calculator.plan_of_action.rows import NEEDED_FACTS, Row

_PLACES = {one: Place(one.value) for one in Section}
_ADMITS_NOTHING = "authenticity"
IsNew = Callable[[Sentence], bool]


def section(plan: Plan, part: Section, is_new: IsNew) -> list[Entry]:
    """Return one part with its heading; what is new since the last letter stands first in each row."""
    place = _PLACES[part]
    body: list[Entry] = []
    for row in plan.told:
        entries = list(_row(plan, row, part))
        if entries and len(plan.told) > 1:
            body.append(_heading(place, f"letter.cause.{row.cause}", plan))
        body += sorted(entries, key=lambda one: not (one.line and is_new(one.sentence)))
    if part is Section.ACTIONS_TAKEN:
        body += _other_refunds(plan)
    if part is Section.ROOT_CAUSE:
        body += [*_ownership(plan), *_pending(plan)]
    return [_heading(place, f"letter.heading.{part}", plan), *body] if body else []


def _row(plan: Plan, row: Row, part: Section) -> Iterator[Entry]:
    place, lines = _PLACES[part], row.of(part)
    ranks = _by_facts(lines) if part is Section.ROOT_CAUSE else _by_number(lines)
    kind = Kind.PARAGRAPH if part is Section.ROOT_CAUSE else Kind.ITEM
    for line, rank in zip(lines, ranks, strict=True):
        if line.sentence:
            yield Entry(place=place, kind=kind, sentence=line.sentence, rank=rank, line=line.id)
    if part is Section.ACTIONS_TAKEN:
        yield from _money(plan.refunds.get(row.id, ()))


def _by_facts(lines: Sequence[Line]) -> Iterator[Rank]:
    """Yield ranks: frames are needed until they hold enough facts, an open one always."""
    fields: set[str] = set()
    for line in lines:
        has_enough = len(fields) >= NEEDED_FACTS
        fields |= {part.field for part in line.sentence.parts if part.field} if line.sentence else set()
        yield Rank.FULL if has_enough and line.is_whole else Rank.NEEDED


def _by_number(lines: Sequence[Line]) -> Iterator[Rank]:
    """Yield ranks: the first of a row is needed, the second goes late, further ones first."""
    for number, line in enumerate(lines):
        if not number or not line.is_whole or line.standing is Standing.OPEN:
            yield Rank.NEEDED
        else:
            yield Rank.SHORT if number == 1 else Rank.FULL


def _money(lines: Iterable[Line]) -> Iterator[Entry]:
    for line in lines:
        if line.sentence:
            yield Entry(place=Place.ACTIONS_TAKEN, kind=Kind.ITEM, sentence=line.sentence)


def _other_refunds(plan: Plan) -> Iterator[Entry]:
    """Yield the refunds of orders whose cause the letter does not speak of."""
    told = {row.id for row in plan.told}
    for id_, lines in plan.refunds.items():
        if id_ not in told:
            yield from _money(lines)


def _ownership(plan: Plan) -> Iterator[Entry]:
    """Yield the one sentence of ownership, once a failed step is told; a doubt about goods owns nothing."""
    owned = [row for row in plan.told if row.walk.block and row.walk.block.caution != _ADMITS_NOTHING]
    told = [row for row in owned if any(one.is_whole for one in row.root_cause)]
    if told:
        key = "letter.told.ownership" if len(told) == 1 else "letter.told.ownership_many"
        yield _entry(Place.ROOT_CAUSE, Kind.PARAGRAPH, key, plan)


def _pending(plan: Plan) -> Iterator[Entry]:
    """Yield what is appealed, only beside a measure of the seller's own."""
    has_measure = any(
        one.is_whole for row in plan.told for one in row.prevention if one.standing is Standing.RULE
    )
    for one in plan.appealed if has_measure else ():
        place = f"{one.place}.appealed_on"
        answers = {
            "order": order_slot(one.place, one),
            "appealed_on": past_day("appealed_on", one.mark.appealed_on, place, plan.writing, "appealed_on"),
        }
        sentence = said("letter.told.pending", plan.writing, answers)
        yield Entry(place=Place.ROOT_CAUSE, kind=Kind.PARAGRAPH, sentence=sentence)


def _heading(place: Place, key: str, plan: Plan) -> Entry:
    return _entry(place, Kind.HEADING, key, plan)


def _entry(place: Place, kind: Kind, key: str, plan: Plan) -> Entry:
    return Entry(place=place, kind=kind, sentence=said(key, plan.writing))
