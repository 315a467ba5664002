"""Files of a letter: they say what the letter says, in bytes that are the same everywhere."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
import zipfile
from datetime import date
from xml.etree import ElementTree

import pytest

from calculator.browser import bridge
from calculator.errors import RequestError
from calculator.letter_files import DOCUMENTS, LetterFile, of_letter
from calculator.letter_files.docx import as_docx
from calculator.letter_files.lines import Line, lines
from calculator.letter_files.plain import as_markdown, as_text, escaped

from .letters_made import CHINESE, ENGLISH, HOSTILE, letter

DAY = date(2026, 11, 22)
WHOLE_ID = re.compile(r"\d{3}-\d{7}-\d{7}")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GOLDEN = {
    "letter.docx": ("c82f9343b423aeca", "dfe466a47e5ae4fe"),
    "boxes.docx": ("56716ea8655ddfd6", "25a23f20f4cf1db4"),
}


def made(what: str, text: str = ENGLISH, **options: bool) -> LetterFile:
    return of_letter(letter(text), what, "en", DAY, **options)


def paragraphs(data: bytes) -> list[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 - our own file
    return ["".join(run.text or "" for run in one.iter(f"{W}t")) for one in body.iter(f"{W}p")]


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.parametrize("what", DOCUMENTS)
def test_a_file_has_a_name_without_anything_of_the_seller(what: str) -> None:
    found = made(what)
    subject, _, ending = what.partition(".")
    assert found.file == f"odr-{subject}-2026-11-22.{ending}"
    assert found == made(what)


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_every_form_of_the_letter_holds_every_line(text: str) -> None:
    every = [line for line in text.split("\n") if line]
    assert made("letter.txt", text).data.decode("utf-8-sig").split("\r\n") == [
        *text.rstrip("\n").split("\n"),
        "",
    ]
    assert paragraphs(made("letter.docx", text).data) == every
    unescaped = re.sub(r"\\(.)", r"\1", made("letter.md", text).data.decode())
    assert [line.lstrip("# ") for line in unescaped.split("\n") if line] == every


def test_a_letter_that_is_not_ready_says_so_first_in_every_form() -> None:
    for what in ("letter.txt", "letter.md", "boxes.txt"):
        assert made(what).data.decode("utf-8-sig").startswith("NOT READY TO SEND")
    for what in ("letter.docx", "boxes.docx"):
        assert paragraphs(made(what).data)[0].startswith("NOT READY TO SEND")


def test_windows_reads_the_text_file() -> None:
    data = made("letter.txt", CHINESE).data
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n") and data.endswith(b"\r\n")


def test_headings_and_items_are_known() -> None:
    kinds = {line.text: line.kind for line in lines(letter())}
    assert kinds["Root cause"] == "heading"
    assert kinds["- We listed 31 offers without stock."] == "item"
    assert kinds["1. On 22 November 2026 the owner closed 31 offers (proof: settings.png)."] == "item"
    assert kinds["Plan of action for our seller-fulfilled offers"] == "title"
    assert kinds["Affected orders: 111-0000001-0000001, 111-0000001-0000002"] == "paragraph"


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
@pytest.mark.parametrize("what", ["letter.docx", "boxes.docx"])
def test_the_word_file_has_these_bytes_everywhere(what: str, text: str) -> None:
    found = hashlib.sha256(made(what, text).data).hexdigest()[:16]
    assert found == GOLDEN[what][text is CHINESE]


def test_no_part_of_a_word_file_is_packed_or_dated() -> None:
    with zipfile.ZipFile(io.BytesIO(made("letter.docx").data)) as archive:
        held = archive.infolist()
    assert held[0].filename == "[Content_Types].xml"
    assert {one.compress_type for one in held} == {zipfile.ZIP_STORED}
    assert {one.date_time for one in held} == {(1980, 1, 1, 0, 0, 0)}
    assert {one.create_system for one in held} == {3}


def test_an_open_blank_is_marked_and_chinese_has_its_font() -> None:
    with zipfile.ZipFile(io.BytesIO(made("letter.docx").data)) as archive:
        body, styles = (archive.read(f"word/{part}.xml").decode() for part in ("document", "styles"))
    assert body.count('<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">【') == 2
    assert 'w:eastAsia="Microsoft YaHei"' in styles and 'w:lang w:val="en-US"' in styles


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda words: repr(words[:12]))
@pytest.mark.parametrize("what", DOCUMENTS)
def test_hostile_words_stay_words(what: str, hostile: str) -> None:
    row = {"number": 1, "file": hostile, "shows": hostile, "sentence": hostile}
    order = {
        "order_id": hostile,
        "type": hostile,
        "order_date": hostile,
        "cause": hostile,
        "refunded": hostile,
    }
    held = letter(hostile, boxes=dict.fromkeys(("root_cause", "actions_taken", "prevention"), hostile))
    held |= {"evidence_index": [row], "affected_orders": [order]}
    data = of_letter(held, what, "en", DAY).data
    if what.endswith("docx"):
        assert len(paragraphs(data)) < 40
        assert "\u202e" not in "".join(paragraphs(data))
    else:
        assert "\u202e" not in data.decode() and "\x00" not in data.decode()
    if what.endswith("csv"):
        assert len(cells(data)) == 2


def test_a_word_file_holds_the_words_of_markup_as_words() -> None:
    found = paragraphs(as_docx([Line("item", "</w:t> & {body}"), Line("paragraph", "]]> \u3000x")], "en"))
    assert found == ["</w:t> & {body}", "]]> \u3000x"]


@pytest.mark.parametrize(
    ("words", "markdown"),
    [
        ("1. not a list", "1\\. not a list"),
        ("# a", "\\# a"),
        ("---", "\\---"),
        ("a_b*c", "a\\_b\\*c"),
        ("- a", "\\- a"),
    ],
)
def test_no_sign_is_taken_for_markdown(words: str, markdown: str) -> None:
    assert escaped(words) == markdown


def test_markdown_has_headings_lists_and_one_blank_line_between() -> None:
    found = [
        Line("paragraph", "a"),
        Line("heading", "b"),
        Line("item", "• c"),
        Line("item", "2) d"),
        Line("paragraph", "e"),
    ]
    assert as_markdown(found) == b"a\n\n## b\n\n- c\n2. d\n\ne\n"
    assert as_text(found) == "\ufeffa\r\nb\r\n• c\r\n2) d\r\ne\r\n".encode()


def test_the_list_of_attachments_runs_no_formula() -> None:
    header, first, second = cells(made("evidence.csv").data)
    assert header == ["No.", "File or paper", "What it shows", "Sentence in the letter"]
    assert first[:3] == ["1", "settings.png", "31 offers closed"]
    assert first[3].startswith("1. On 22 November 2026") and second[3] == ""
    assert second[1].startswith("'=cmd")
    assert "1. settings.png: 31 offers closed" in made("evidence.txt").data.decode()
    assert cells(made("evidence.csv", CHINESE).data)[0][0] == "编号"


def test_order_ids_are_masked_unless_whole_ones_are_asked_for() -> None:
    assert cells(made("orders.csv").data)[1][0] == "111-•••••••-••00001"
    assert not WHOLE_ID.search(made("orders.csv").data.decode())
    whole = made("orders.csv", has_whole_ids=True).data
    assert cells(whole)[1][0] == "111-0000001-0000001" and cells(whole)[2][0] == "order A"


def test_the_print_sheet_is_plain_blocks() -> None:
    sheet = json.loads(made("print.json").data)
    assert sheet["contract"] == "odr-print/1" and not sheet["ready"]
    assert [one["kind"] for one in sheet["blocks"]][:4] == ["paragraph", "title", "heading", "list"]
    assert sheet["blocks"][3]["items"] == [
        "- We listed 31 offers without stock.",
        "- 【Which check was missing?】",
    ]


def test_an_unknown_file_is_wrong_usage() -> None:
    with pytest.raises(RequestError):
        made("letter.pdf")


@pytest.mark.parametrize("what", DOCUMENTS)
def test_the_page_gets_the_same_bytes(what: str) -> None:
    case = {
        "contract": "odr-case/1",
        "notice": {"day": "2026-11-22", "orders": "126", "orders_with_defects": "2"},
    }
    request = {"type": "letter_out", "what": what, "case": case, "as_of": "2026-11-22", "lang": "en"}
    answer = json.loads(bridge.handle(json.dumps(request)))
    assert answer["contract"] == "odr-file/1" and answer["media_type"] == DOCUMENTS[what].media_type
    data = base64.b64decode(answer["base64"])
    assert data and answer.get("text", data.decode() if not what.endswith("docx") else None) == (
        None if what.endswith("docx") else data.decode()
    )
    refused = json.loads(bridge.handle(json.dumps({**request, "what": "x"})))
    assert refused["contract"] == "odr-error/1"


def test_the_whole_case_is_copied_without_an_order_id() -> None:
    case = {
        "contract": "odr-case/1",
        "defects": [{"id": "d1", "order_id": "111-0000001-0000001", "type": "a_to_z_claim"}],
        "appeal": {"rounds": [{"reply": "About 111-0000001-0000001, a@b.example"}]},
        "of_a_later_edition": {"x": 1},
    }
    request = {"type": "letter_out", "what": "case.json", "as_of": "2026-11-22", "lang": "en"}
    for given in (case, json.dumps(case)):
        answer = json.loads(bridge.handle(json.dumps({**request, "case": given})))
        assert answer["file"] == "odr-case-masked-2026-11-22.json"
        copied = json.loads(answer["text"])
        assert copied["defects"][0]["order_id"] == "111-•••••••-••00001"
        assert copied["appeal"]["rounds"][0]["reply"] == "About 111-•••••••-••00001, •@•"
        assert copied["of_a_later_edition"] == {"x": 1}
    assert json.loads(json.loads(bridge.handle(json.dumps(request)))["text"]) == {"contract": "odr-case/1"}
