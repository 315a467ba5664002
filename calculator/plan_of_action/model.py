"""Plan model: the sentences of the grid, where their words come from, and what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as kept
from datetime import date
from enum import StrEnum

ENGLISH, CHINESE, TRADITIONAL = "en", "zh-Hans", "zh-Hant"
OPEN, CLOSE = "【", "】"


class Section(StrEnum):
    """The parts of a plan, as Amazon asks for them."""

    ROOT_CAUSE = "root_cause"
    ACTIONS_TAKEN = "actions_taken"
    PREVENTION = "prevention"


class Source(StrEnum):
    """Who says the words of a sentence."""

    SELLER = "seller"
    ASSESSMENT = "assessment"
    TEMPLATE = "template"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A run of words; `field` is the path into the case that they answer, empty for a template's."""

    text: str
    source: Source
    field: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """A fact that is still asked for; `question` by language."""

    field: str
    kind: str
    question: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What cannot be sent as it stands.

    Attributes:
        code: message key in `plan_of_action.problem`.
        values: what the message names.
        offer: a value the seller may take over, or None.
        blocks: whether the letter is not ready while it stands.
    """

    field: str
    code: str
    values: Mapping[str, str] = kept(default_factory=dict)
    offer: str | None = None
    blocks: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence in the letter's language.

    Attributes:
        row: id of the cause row, or empty.
        frame: id of its frame.
        reading: the same in the other language, None where the seller gave no reading of own words.
        blanks: fields that are still open in it.
        missing, problems: what is asked about its open slots, and what is wrong with typed ones.
    """

    parts: tuple[Part, ...]
    frame: str
    row: str = ""
    reading: str | None = None
    blanks: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """Return the words of the sentence."""
        return "".join(part.text for part in self.parts)

    @property
    def source(self) -> Source:
        """Return the strongest source: the seller's word, else a figure of the assessment, else the frame."""
        held = {part.source for part in self.parts}
        return next(one for one in Source if one in held)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """How and for which day a plan is written.

    Attributes:
        language: of the letter; a Chinese one is in its reader's Chinese. `other` is that of the readings.
        is_one_person: whether the letter says I.
        as_of: today; a deed after it is not done.
        letter_day: the day on the letter, None where none is typed.
        reader: the Chinese of whoever writes the letter.
    """

    language: str
    is_one_person: bool
    as_of: date
    letter_day: date | None = None
    reader: str = CHINESE

    @property
    def other(self) -> str:
        """Return the language of the readings."""
        return self.reader if self.language == ENGLISH else ENGLISH
