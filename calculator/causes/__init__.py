"""Causes: what a buyer complains of, read from the comment, with the words that showed it.

Phrases with weights stand as data, one file a language (`signals/`); what is denied is left out
(`denial`), and named rules say which complaint comes first (`rules`). Nothing is learned, so every
answer can be traced to words of the comment and overruled by the seller.

>>> found = causes_of("Not late at all, but the box was empty.")
>>> str(found.primary)
'not_received'
"""

from __future__ import annotations

from calculator.causes.document import causes_document, causes_text
from calculator.causes.model import Cause, Causes, Evidence
from calculator.causes.reading import causes_of
from calculator.causes.table import comments

__all__ = ["Cause", "Causes", "Evidence", "causes_document", "causes_of", "causes_text", "comments"]
