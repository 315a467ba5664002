"""Paste: text copied from Seller Central's pages and mails, or read off a screenshot by a phone.

    understanding = understand(text, as_of, store)
    understanding_json(understanding, "zh-Hans")

Each row is read for certain or asked about; nothing is guessed in silence and no line is lost.
"""

from calculator.paste.result import Understanding
from calculator.paste.understanding import understand
from calculator.paste.wording import understanding_json

__all__ = ["Understanding", "understand", "understanding_json"]
