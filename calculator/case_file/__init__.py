"""Case file: the whole `odr-case/1` as a document - its schema, older and newer editions, and what is masked.

What the case means is read in `calculator.case`; here it is only held as a file. It has no place for a
buyer: the seller is the only party in it.

The schema is `calculator.case_file.schema`, which the browser does not load.

Worse mistake: a case that is lost because it was written by another edition.
"""

from __future__ import annotations

from calculator.case_file.masking import masked, masked_text

__all__ = ["masked", "masked_text"]
