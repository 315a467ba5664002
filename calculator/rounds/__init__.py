"""Rounds: letters sent, Amazon's replies, and what the next letter must bring.

    read_reply(text, lang)                   what Amazon asks for, and by when
    compare(previous_text, letter)           what is new in a letter, and what is missing
    changes(previous_round, case, letter)    what differs between two rounds, in plain sentences

Each returns a plain value of the contract `odr-rounds/1`.

Worse mistake: calling a refusal good news, or letting the same letter go out twice.
"""

from __future__ import annotations

from calculator.rounds.letter_document import changes, compare
from calculator.rounds.model import Asked, Cell, Kind, Reply
from calculator.rounds.reply import read
from calculator.rounds.reply_document import ROUNDS, read_reply

__all__ = ["ROUNDS", "Asked", "Cell", "Kind", "Reply", "changes", "compare", "read", "read_reply"]
