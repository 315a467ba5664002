"""Earlier: the letter that was sent last, what Amazon answered, and so what is new and comes first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from calculator.case.appeal import Appeal, Round
from calculator.case.figures import Figure, figures
from calculator.case.model import Case
from calculator.plan_of_action.answers import HAN
from calculator.plan_of_action.model import Section, Sentence
from calculator.rounds import read
from calculator.rounds.likeness import Earlier
from calculator.rounds.reply import LONGEST


class LastRound:
    """The last letter sent, or none."""

    def __init__(self, appeal: Appeal) -> None:
        sent = [one for one in appeal.rounds if one.sent_on.strip() or one.text.strip()]
        self.round: Round | None = sent[-1] if sent else None
        self._texts = [one.text for one in sent if one.text.strip()]
        self._known: dict[str, bool] = {}

    @property
    def figure(self) -> Figure | None:
        """Return the figure that letter quoted."""
        return next(iter(figures(Case(notice=self.round.figure))), None) if self.round else None

    @property
    def has_text(self) -> bool:
        """Return whether the words of an earlier letter are known."""
        return bool(self._texts)

    def is_new(self, sentence: Sentence) -> bool:
        """Return whether a sentence brings a fact that no letter held, in either language."""
        if sentence.text not in self._known:
            self._known[sentence.text] = self.has_text and all(_is_new(sentence, one) for one in self._texts)
        return self._known[sentence.text]

    def order(self) -> tuple[Section, ...]:
        """Return the parts in the order in which Amazon asked; with fewer than two, as they always stand."""
        asked = list(self._asked())
        if len(asked) < 2:
            return tuple(Section)
        return (*asked, *(one for one in Section if one not in asked))

    def _asked(self) -> Iterator[Section]:
        if self.round is None:
            return
        found = read(self.round.reply[:LONGEST]).asked
        named = {one.value for one in Section}
        for one in sorted(found, key=lambda one: min(words.start for words in one.words)):
            if one.cell.value in named:
                yield Section(one.cell.value)


def _is_new(sentence: Sentence, text: str) -> bool:
    """Return whether a text does not hold what a sentence says, in the language of the text."""
    said = [words for words in (sentence.text, sentence.reading) if words]
    same = [words for words in said if bool(HAN.search(words)) == bool(HAN.search(text))]
    return all(_earlier(text).novelty(words).has_fact for words in same or said)


@lru_cache(maxsize=8)
def _earlier(text: str) -> Earlier:
    return Earlier(text)
