"""Pictures: where the lines, bars and numbers of a drawing lie, and what they say.

    recovery → past + coming days → course: the rate day by day against the target
    recovery → orders by order day → strip: what the window holds, what enters it, what has left

Across in per cent of the width, down in pixels, texts ready: the handbook and the page of the
calculator draw the same picture, and neither works anything out.
"""

from __future__ import annotations

from calculator.pictures.course import course_of
from calculator.pictures.strip import strip_of

__all__ = ["course_of", "strip_of"]
