"""Earlier: the letters that were sent, what Amazon answered, and so what is new and comes first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from calculator.case.appeal import Appeal, Round
from calculator.case.figures import Figure, figures
from calculator.case.model import Case
from calculator.plan_of_action.model import Problem, Section, Sentence
from calculator.rounds import Asked, read
from calculator.rounds.compare import Verdict, compared
from calculator.rounds.reply import LONGEST

_CODES = {
    Verdict.IDENTICAL: "identical",
    Verdict.NOTHING_NEW: "identical",
    Verdict.CELL_WITHOUT_NEWS: "reply_unanswered",
}


class Earlier:
    """The letters sent before, the last with Amazon's reply, and what a new one brings beside them."""

    def __init__(self, appeal: Appeal) -> None:
        sent = [one for one in appeal.rounds if one.sent_on.strip() or one.text.strip()]
        self.round: Round | None = sent[-1] if sent else None
        self._text = "\n".join(one.text for one in sent).strip()
        self._asked: tuple[Asked, ...] = read(self.round.reply[:LONGEST]).asked if self.round else ()
        self._new: frozenset[str] = frozenset()
        self._verdict = Verdict.FIRST

    def hear(self, sentences: Sequence[Mapping[str, Any]], papers: Sequence[str]) -> None:
        """Hold the sentences of a new letter, and its papers, against those sent before."""
        if not self._text:
            return
        said = {
            "text": "\n".join(one["text"] for one in sentences),
            "sentences": sentences,
            "evidence_index": [{"file": name} for name in papers],
        }
        found = compared(self._text, said, self._asked)
        self._new = frozenset(one.text for one in found.told if one.has_fact)
        self._verdict = found.verdict

    def is_new(self, sentence: Sentence) -> bool:
        """Return whether a sentence that was heard brings a fact no letter held."""
        return sentence.text in self._new

    @property
    def figure(self) -> Figure | None:
        """Return the figure the last letter quoted."""
        return next(iter(figures(Case(notice=self.round.figure))), None) if self.round else None

    @property
    def problem(self) -> Problem | None:
        """Return what keeps the letter back: it says nothing new, or not where Amazon asked."""
        code = _CODES.get(self._verdict)
        return Problem(field="appeal.rounds", code=code) if code else None

    def order(self) -> tuple[Section, ...]:
        """Return the parts in the order in which Amazon asked; with fewer than two, as they always stand."""
        by_place = sorted(self._asked, key=lambda one: min(words.start for words in one.words))
        named = [one.cell.value for one in by_place]
        asked = sorted((one for one in Section if one.value in named), key=lambda one: named.index(one.value))
        return (*asked, *(one for one in Section if one not in asked)) if len(asked) > 1 else tuple(Section)
