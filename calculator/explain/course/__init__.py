"""Course: how the number of one fulfilment moves in the coming days, in words.

`Course` holds what all the sentences are about; each module beside it says one thing: the lead, the
earliest day, the steps and days, what the window carries, what to look at, luck, and the sources.
"""

from __future__ import annotations

from calculator.explain.course.course import Course

__all__ = ["Course"]
