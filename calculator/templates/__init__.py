"""Templates: the texts with blanks - about one defect, to a buyer, for a plan, for the work behind it.

A text is words in a folder of `appeal_templates/`; here it is only read and its blanks are filled
with what the case knows and what the seller typed. Nothing else is supplied: an unknown fact stays a
visible blank 【…】, and while one is left the first line says that the text is not ready to send.

>>> letter = single_letter("a_to_z_appeal_delivered", "en", {"order_id": "111-0000001-0000001"})
>>> letter["ready"], letter["text"].splitlines()[0]
(False, 'NOT READY TO SEND: fill every 【】 first.')

Worse mistake: a sentence in the seller's name that is not true.
"""

from __future__ import annotations

from calculator.templates.facts import Known, facts_of, out_of_a_file, typed
from calculator.templates.letter import single_letter, single_letter_json
from calculator.templates.table import FOLDERS, ids, templates
from calculator.templates.template import BOXES, Template, template

__all__ = [
    "BOXES",
    "FOLDERS",
    "Known",
    "Template",
    "facts_of",
    "ids",
    "out_of_a_file",
    "single_letter",
    "single_letter_json",
    "template",
    "templates",
    "typed",
]
