"""Single routes: every honest way a mark can leave the rate, with what the policy says about it.

The clock tells why a way is open, what proves it and where it is asked for; the policy tells the
time, what may change and how long until it shows. Nothing here is typed by hand.

Worse mistake: a way that is not there, or a time a frightened reader takes for longer than it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from calculator import messages
from calculator.claim_clock import Situation, clocks_of, worded
from calculator.docsite import blocks, letters, settings
from calculator.docsite.honest_ways import CLAIM, WAYS, Way
from calculator.docsite.invented import STORE
from calculator.docsite.route_words import Fact
from calculator.policy import policy_on

AFTER = ("appealed", "mark_removed", "appeal_money_only", "granted")
"""Outcomes of a claim once it has been appealed; the last one is a refusal."""


class Told:
    """The ways in one language, for one page."""

    def __init__(self, lang: str, way_to_root: str, fact: Fact) -> None:
        self.lang, self._root, self._fact = lang, way_to_root, fact

    def overview(self) -> str:
        """Return the ways as one table: each with its time, linked to where it stands in full."""
        rows = [
            (way, messages.text(self.lang, f"clock.title.{way.route}"), self._of(way, "time")) for way in WAYS
        ]
        return blocks.render("ways_table", self.lang, rows=rows)

    def in_full(self) -> str:
        """Return every way with its grounds, place, evidence and texts."""
        return blocks.render("ways", self.lang, ways=[self._part(way) for way in WAYS])

    def after_appeal(self) -> str:
        """Return what each end of an appeal means for the mark, and what comes next."""
        policy = policy_on(settings.as_of(), STORE)
        rows = [
            (
                Markup(self._fact(f"{CLAIM}.{outcome}", self._say(f"ways.ends.{outcome}"))),  # noqa: S704
                str(policy.value(f"{CLAIM}.{outcome}")),
                self._say(f"ways.after.{outcome}"),
            )
            for outcome in AFTER
        ]
        return blocks.render("appeal_ends", self.lang, rows=rows)

    def _of(self, way: Way, what: str) -> Markup:
        """Return words around a figure of the policy, or that none is published."""
        key = {"time": way.time, "changes": way.changes, "shows": way.shows}[what]
        said = messages.catalogue(self.lang, "guide").get(f"ways.{what}.{way.route}")
        if key is None:
            return Markup.escape(said or self._say("ways.not_published"))
        return Markup(self._fact(key, said))  # noqa: S704 - made by the fact's own block

    def _part(self, way: Way) -> dict[str, object]:
        situation = Situation(type=way.type, outcome=way.outcome, fulfillment=way.fulfillment)
        policy = policy_on(settings.as_of(), STORE)
        (clock,) = [one for one in clocks_of(situation, settings.as_of(), policy) if one.route is way.route]
        told = worded(clock, situation, policy, self.lang)
        return {
            "way": way,
            "told": told,
            "why": messages.catalogue(self.lang, "guide").get(f"ways.why.{way.route}", told["why"]),
            "time": self._of(way, "time"),
            "changes": self._of(way, "changes"),
            "shows": self._of(way, "shows"),
            "texts": list(self._texts(told["templates"])),
        }

    def _texts(self, offered: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
        for one in offered:
            yield self._root + letters.address(one["template"]), one["title"]

    def _say(self, key: str) -> str:
        return messages.text(self.lang, f"guide.{key}")
