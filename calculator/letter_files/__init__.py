"""Letter files: a composed letter and what goes with it, as files the seller takes away.

    letter_file(case, assessment, "letter.docx", lang, as_of) → LetterFile(file, media_type, data)

The same case gives the same bytes on the command line, in the browser and in the documentation. A
letter that is not ready keeps the first line that says so, in every file.

Worse mistake: a file that says something else than the page showed.
"""

from __future__ import annotations

from calculator.letter_files.documents import DOCUMENTS, LetterFile, letter_file, of_letter

__all__ = ["DOCUMENTS", "LetterFile", "letter_file", "of_letter"]
