"""Unread: sentences that seem to ask the seller for something and that no pattern knows.

They are shown as they stand, so that nothing asked is lost because we did not know the words.
"""

from __future__ import annotations

from collections.abc import Iterable

from calculator.route.expressions import expression
from calculator.route.found import Due, Evidence, Unread
from calculator.route.hits import sentence_of, sentences
from calculator.route.skeleton import Skeleton

_MOST = 8
_SHORTEST, _LONGEST = 12, 400


def unread(text: Skeleton, known: Iterable[Evidence], last: Due | None) -> tuple[Unread, ...]:
    """Return the sentences that ask and hold nothing understood, the first few of them."""
    places = tuple(sentences(text))
    read = {sentence_of(places, hit.start) for hit in known}
    if last:
        read.add(sentence_of(places, last.start))
    found = []
    for number, (start, end) in enumerate(places):
        words = text.source[start : min(end, start + _LONGEST)]
        if number not in read and len(words) >= _SHORTEST and expression("asks").search(words):
            found.append(Unread(start=start, end=start + len(words), text=words))
    return tuple(found[:_MOST])
