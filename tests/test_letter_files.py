"""The Word file of a letter, opened by programs that are not ours: python-docx and LibreOffice."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from datetime import date
from pathlib import Path

import docx
import pytest

from calculator.docsite import settings
from calculator.letter_files import of_letter

from .core.letters_made import CHINESE, ENGLISH, HOSTILE, letter
from .core.taken import HOSTILE as RUN
from .test_take_along_programs import converted, formulas
from .test_take_along_programs import office as spreadsheet

EXAMPLES = sorted(settings.ROOT.glob("appeal_templates/examples/*/letter.json"))
DAY = date(2026, 11, 22)
SOFFICE = next(filter(None, map(shutil.which, ("soffice", "libreoffice"))), None)
WRITER = SOFFICE and Path(SOFFICE).resolve().with_name("libswlo.so").exists()
office = pytest.mark.skipif(
    not WRITER, reason="LibreOffice Writer is not on this machine: nothing opens the file"
)


def opened(text: str, what: str = "letter.docx") -> docx.document.Document:
    return docx.Document(io.BytesIO(of_letter(letter(text), what, "en", DAY).data))


@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_python_docx_reads_the_letters_text(text: str) -> None:
    assert [one.text for one in opened(text).paragraphs] == [line for line in text.split("\n") if line]


def test_python_docx_finds_headings_and_lists_by_their_styles() -> None:
    styles = {one.text: one.style.name for one in opened(CHINESE).paragraphs if one.style}
    assert styles["根本原因"] == "Heading 2"
    assert styles["- 从2026年11月23日起，称重后才打印面单。"] == "List Paragraph"
    assert styles["自配送商品的行动计划"] == "Heading 1"
    titles = [
        one.text
        for one in opened(ENGLISH, "boxes.docx").paragraphs
        if one.style and one.style.name == "Heading 2"
    ]
    assert titles == ["Root cause", "Actions taken", "Steps taken to prevent it"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.parent.name)
def test_python_docx_reads_the_text_of_every_example(path: Path) -> None:
    composed = json.loads(path.read_text(encoding="utf-8"))
    made = docx.Document(io.BytesIO(of_letter(composed, "letter.docx", "en", DAY).data))
    assert [one.text for one in made.paragraphs] == [line for line in composed["text"].split("\n") if line]
    titles = [one.text for one in made.paragraphs if one.style and one.style.name.startswith("Heading")]
    blocks = [one["text"] for one in composed["blocks"] if one["kind"] in ("title", "heading")]
    assert titles == blocks


def test_the_examples_are_there() -> None:
    assert len(EXAMPLES) >= 12


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda words: repr(words[:12]))
def test_python_docx_opens_any_letter(hostile: str) -> None:
    text = f"first {hostile} last"
    read = "\n".join(one.text for one in opened(text).paragraphs)
    assert read.startswith("first") and read.endswith("last")
    assert ("<w:p>" in read) == ("<w:p>" in hostile)


@office
@pytest.mark.parametrize("text", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_libreoffice_reads_the_letters_text(text: str, tmp_path: Path) -> None:
    assert SOFFICE is not None
    source = tmp_path / "letter.docx"
    source.write_bytes(of_letter(letter(text), "letter.docx", "en", DAY).data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    wanted = ["--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(tmp_path), str(source)]
    subprocess.run([SOFFICE, profile, *wanted], check=True, capture_output=True, timeout=180)
    read = (tmp_path / "letter.txt").read_text(encoding="utf-8-sig")
    assert [line for line in read.split("\n") if line] == [line for line in text.split("\n") if line]


@spreadsheet
@pytest.mark.parametrize("what", ["evidence.csv", "orders.csv"])
def test_no_cell_of_a_table_runs_as_a_formula(what: str, tmp_path: Path) -> None:
    proofs = [{"number": at, "file": words, "shows": words} for at, words in enumerate(RUN)]
    orders = [{"order_id": words, "type": words, "cause": words, "refunded": words} for words in RUN]
    held = letter(evidence_index=proofs, affected_orders=orders)
    book = converted(of_letter(held, what, "en", DAY).data.decode(), tmp_path)
    assert formulas(book) == []
    assert book.active.max_row == len(RUN) + 1
