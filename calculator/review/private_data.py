"""Private data: whether a letter names a buyer, or how one is reached."""

from __future__ import annotations

import re

from calculator.review.look import Look
from calculator.review.shape import is_signature

MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
PHONE = re.compile(
    r"(?<![\d-])(?:\+\d{1,3}[ -]?)?(?:\(\d{2,4}\)[ -]?)?\d{3,4}[ -]\d{3,4}[ -]?\d{3,4}(?![\d-])"
)
MOBILE = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
STREET = re.compile(
    r"\b\d{1,5}\s[A-Z][a-z]{1,20}\s(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Boulevard|Blvd|Court|Way)\b"
    r"|\b[A-ZÄÖÜ][a-zäöüß]{1,24}(?:straße|strasse|str\.|weg|gasse|allee)\s\d{1,4}\b"
    r"|[\u3400-\u9fff]{1,8}[路街]\s?\d{1,5}\s?[号號]|\d{1,3}丁目|\d{1,4}番地"
)
PERSON = re.compile(
    r"\b(?:[Bb]uyer|[Cc]ustomer|Käufer|Käuferin|Kunde|Kundin)s?,?\s(?:Mr|Mrs|Ms|Herr|Frau)?\.?\s?[A-ZÄÖÜ][a-zäöüß]{2,20}\s[A-ZÄÖÜ][a-zäöüß]{2,20}\b"
    r"|\b(?:Mr|Mrs|Ms)\.?\s[A-Z][a-z]{1,20}\b|\b(?:Herrn?|Frau)\s[A-ZÄÖÜ][a-zäöüß]{1,20}\b"
    r"|(?:买家|客户|顧客|買家)\s?[\u3400-\u9fff]{1,3}(?:先生|女士|小姐)"
    r"|(?<![\u3400-\u9fff])[\u3400-\u9fff]{2,4}(?<![者客皆各何多同仕])様(?![式子々])"
)
ORDER_ID = re.compile(r"\d{3}-\d{7}-\d{7}")


def private_data(look: Look) -> tuple[int, int] | None:
    """Return the first place of a name, an address, a mail or a telephone that is not the seller's own."""
    for pattern in (MAIL, PHONE, MOBILE, STREET, PERSON):
        for found in pattern.finditer(look.text):
            is_order = ORDER_ID.search(look.text, max(0, found.start() - 4), found.end() + 8)
            if not is_order and not is_signature(look, found.start()):
                return found.span()
    return None
