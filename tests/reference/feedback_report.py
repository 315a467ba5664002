"""Seller feedback reports: translated headers, many date formats, comments that break lines."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from .dice import dice
from .document import TEXT_ENCODINGS, Document, sayable
from .truth import Corner

if TYPE_CHECKING:
    from random import Random

    from .truth import FeedbackRow, Shop

OLD_FORM = "Date|Rating|Comments|Your Response|Arrived on Time|Item as Described|Customer Service"
HEADERS = (
    "Date|Rating|Comments|Your Response|Order ID|Rater Email",
    "Date|Rating|Comments|Response|Order ID|Rater Email",
    "Date|Rating|Comments|Your response|Order ID|Rater Email",
    "Date|Évaluation|Commentaires|Votre réponse|Numéro de la commande|Courriel de l'évaluateur",
    "Date|Évaluation|Commentaire|Response|Order ID|E-mail de l'évaluateur",
    "Datum|Bewertung|Kommentare|Ihre Antwort|Bestellnummer|E\u2011Mail des Bewertenden",
    "Datum|Bewertung|Kommentare|Antwort|Bestellnummer|E-Mail des Bewerters",
    "Date|Rating|Comments|Response|Numero ordine|E-mail autore della valutazione",
    "Date|Rating|Comentarios|Response|Número de pedido|E-mail del cliente",
    "Datum|Beoordeling|Opmerkingen|Antwoord|Bestelnummer|E-mail van beoordelaar",
    "Data|Ocena|Komentarze|Odpowiedź|Numer zamówienia|E-mail oceniającego",
    f"{OLD_FORM}|Order ID|Rater Email",
    f"{OLD_FORM}|Order ID|Rater Email|Rater Role",
)
UNKNOWN_HEADERS = (
    "日付|評価|コメント|返信|注文番号|購入者のEメール",
    "日期|评级|评论|您的回复|订单编号|买家电子邮件",
    "Datum|Betyg|Kommentarer|Svar|Beställnings-id|E-post",
)
Format = Callable[[date], str]
FORMATS: dict[str, Format] = {
    "iso": lambda day: day.isoformat(),
    "slashes": lambda day: day.strftime("%Y/%m/%d"),
    "us short": lambda day: f"{day.month}/{day.day}/{day:%y}",
    "us": lambda day: f"{day:%m/%d/%y}",
    "uk": lambda day: f"{day:%d/%m/%Y}",
    "uk short": lambda day: f"{day.day}/{day.month}/{day:%y}",
    "dots": lambda day: f"{day.day}.{day.month}.{day:%y}",
    "dots long": lambda day: f"{day:%d.%m.%Y}",
    "year first short": lambda day: f"{day:%y}/{day.month}/{day.day}",
}
DAY_FIRST = ("UK", "GB", "DE", "IN")
NEED_PROOF = ("us short", "us", "uk", "uk short")


def documents(shop: Shop, names: list[str]) -> list[Document]:
    """Every feedback report of the shop."""
    return [_document(shop, number, rows, names.pop(0)) for number, rows in enumerate(shop.feedback_files)]


def _document(shop: Shop, number: int, rows: tuple[FeedbackRow, ...], name: str) -> Document:
    rng = dice(f"feedback {shop.seed} {number}")
    encoding = rng.choice(TEXT_ENCODINGS)
    headers = HEADERS + UNKNOWN_HEADERS * 3 if rows else HEADERS
    header = rng.choice([header for header in headers if natural(header, encoding)])
    write = FORMATS[_format(rng, shop, rows)]
    sheet, newline = rng.random() < 0.08, rng.choice(("\r\n", "\n"))
    return Document(
        name=name + (".xlsx" if sheet else rng.choice((".txt", ".txt", ".tsv", ".csv"))),
        header=tuple(header.split("|")),
        rows=tuple(_cells(row, header.count("|") + 1, write, newline) for row in rows),
        newline=newline,
        encoding=encoding,
        marked=Corner.UTF16_WITHOUT_MARK not in shop.corners,
        sheet=sheet,
    )


def natural(header: str, encoding: str) -> bool:
    """Whether a report with this header comes in this encoding: no French header in an East Asian one."""
    latin = any("\u00a0" < letter < "\u2e80" for letter in header)
    return sayable(header, encoding) and not (latin and encoding in ("cp932", "gb18030", "cp950"))


def _format(rng: Random, shop: Shop, rows: tuple[FeedbackRow, ...]) -> str:
    """A date format that the file itself proves: a day past the twelfth, a four-digit year, or dots."""
    kinds = [
        kind for kind in FORMATS if kind != "year first short" or Corner.YEAR_FIRST_SHORT in shop.corners
    ]
    kind = rng.choice(kinds)
    days = [row.left_on.day for row in rows if row.left_on]
    if kind in NEED_PROOF and (
        max(days, default=0) <= 12 or (kind == "uk short" and shop.store not in DAY_FIRST)
    ):
        return "iso"
    return kind


def _cells(row: FeedbackRow, width: int, write: Format, newline: str) -> tuple[str, ...]:
    day = write(row.left_on) if row.left_on else row.left_text
    start = (day, str(row.stars), row.comment.replace("\n", newline), row.response.replace("\n", newline))
    answers = ("Yes", "No", "-") if width > 6 else ()
    role = ("Buyer",) if width == 10 else ()
    return (*start, *answers, row.order_id, "x@marketplace.amazon.com", *role)
