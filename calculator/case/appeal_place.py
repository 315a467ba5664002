"""Place: a path into the case document, as fields, problems and answers name it.

>>> joined("marks", "report.txt:3:chargeback")
'marks.report~1txt:3:chargeback'
"""

from __future__ import annotations


def joined(*parts: str) -> str:
    """Return parts as one path; a dot inside a part is written `~1`, a tilde `~0`."""
    return ".".join(part.replace("~", "~0").replace(".", "~1") for part in parts)
