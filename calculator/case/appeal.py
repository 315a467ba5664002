"""Appeal: what the seller typed for the plan of action, as values; nothing in it is read yet.

It stands in the case as `appeal` and `marks`, and is loaded only where an appeal is written: the
rate needs none of it. Missing keys mean empty, unknown keys are passed over, every word stays as
it was typed.

>>> appeal_of(Case(appeal={"causes": [{"cause": "not_received"}]})).causes[0].id
'c1'

Worse mistake: a deed put into the seller's mouth. An empty word stays empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from calculator.case.appeal_reading import Place
from calculator.case.model import Case, StatedFigure

Words = Mapping[str, str]
_NO_FIGURE = StatedFigure()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What the seller says of one defect for the appeal.

    Attributes:
        cause: a cause id that overrules the one read from the comment, or empty.
        disputed: `yes`, `no`, or empty while it is not answered.
        refunded_by: `amazon`, `seller`, `nobody`, `not_known`, or empty.
    """

    cause: str = ""
    disputed: str = ""
    appealed_on: str = ""
    refunded_by: str = ""
    refunded_on: str = ""

    @property
    def is_disputed(self) -> bool:
        """Return whether the seller disputes this defect; then nothing of it is admitted."""
        return self.disputed.strip() not in ("", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The notice as pasted, the answers of the route finder, and the deadline it names."""

    text: str = ""
    path: tuple[str, ...] = ()
    deadline: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One action or one preventive measure; `frame` is a frame id or `own`, `state` is for actions."""

    id: str
    frame: str = ""
    state: str = ""
    answers: Words = field(default_factory=dict)
    readings: Words = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """One file or paper; `shows` is the id of a measure, or `root_cause`."""

    id: str
    file: str = ""
    shows: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CauseRow:
    """One row of the grid: the walk to the failed step, and what was done about it.

    Attributes:
        path: cause id, then answer ids of the root-cause questions.
        typed: what was typed beside an answer, by question.
        answers, readings: facts of the root-cause frames by slot, and the same in the other language.
        left_out: root-cause frames the seller leaves out.
    """

    id: str
    cause: str = ""
    path: tuple[str, ...] = ()
    typed: Words = field(default_factory=dict)
    answers: Words = field(default_factory=dict)
    readings: Words = field(default_factory=dict)
    left_out: tuple[str, ...] = ()
    actions: tuple[Measure, ...] = ()
    prevention: tuple[Measure, ...] = ()
    evidence: tuple[Proof, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One letter that was sent, the figure it quoted, and Amazon's reply."""

    id: str
    sent_on: str = ""
    text: str = ""
    figure: StatedFigure = _NO_FIGURE
    reply_on: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """Everything typed for the appeal.

    Attributes:
        language: `en` or `zh`, or empty; voice: `we` or `i`, or empty.
        marks: by the key of the defect's row, typed defects among them.
    """

    language: str = ""
    voice: str = ""
    letter_day: str = ""
    notice: Notice = Notice()
    causes: tuple[CauseRow, ...] = ()
    rounds: tuple[Round, ...] = ()
    marks: Mapping[str, Mark] = field(default_factory=dict)


def appeal_of(case: Case) -> Appeal:
    """Return what a case holds for the appeal.

    Raises:
        RequestError: a value where another kind is needed, or two rows with one id.
    """
    place = Place(case.appeal, "appeal")
    return Appeal(
        language=place.word("language"),
        voice=place.word("voice"),
        letter_day=place.word("letter_day"),
        notice=_notice(place.part("notice")),
        causes=tuple(_cause(row, id_) for id_, row in place.rows("causes", "c")),
        rounds=tuple(_round(row, id_) for id_, row in place.rows("rounds", "r")),
        marks=_marks(case),
    )


def _marks(case: Case) -> dict[str, Mark]:
    names = ("cause", "disputed", "appealed_on", "refunded_by", "refunded_on")
    held = Place(case.marks, "marks")
    of_files = {key: held.part(key) for key in held}
    marks = {key: Mark(**{name: part.word(name) for name in names}) for key, part in of_files.items()}
    for one in case.defects:
        marks[one.id] = Mark(**{name: getattr(one, name) for name in names})
    return marks


def _notice(place: Place) -> Notice:
    return Notice(text=place.word("text"), path=place.words("path"), deadline=place.word("deadline"))


def _cause(place: Place, id_: str) -> CauseRow:
    path = place.words("path")
    return CauseRow(
        id=id_,
        cause=place.word("cause") or (path[0] if path else ""),
        path=path,
        typed=place.table("typed"),
        answers=place.table("answers"),
        readings=place.table("readings"),
        left_out=place.words("left_out"),
        actions=tuple(_measure(row, name) for name, row in place.rows("actions", "a")),
        prevention=tuple(_measure(row, name) for name, row in place.rows("prevention", "p")),
        evidence=tuple(_proof(row, name) for name, row in place.rows("evidence", "e")),
    )


def _measure(place: Place, id_: str) -> Measure:
    return Measure(
        id=id_,
        frame=place.word("frame"),
        state=place.word("state"),
        answers=place.table("answers"),
        readings=place.table("readings"),
    )


def _proof(place: Place, id_: str) -> Proof:
    return Proof(id=id_, file=place.word("file"), shows=place.word("shows"), what=place.word("what"))


def _round(place: Place, id_: str) -> Round:
    figure = place.part("figure")
    names = ("day", "first_day", "last_day", "fulfillment", "orders", "orders_with_defects")
    return Round(
        id=id_,
        sent_on=place.word("sent_on"),
        text=place.word("text"),
        figure=StatedFigure(**{name: figure.word(name) for name in names}),
        reply_on=place.word("reply_on"),
        reply=place.word("reply"),
    )
