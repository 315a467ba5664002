"""Answers: the text that each command writes."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from calculator.assess import Assessment
from calculator.command_line import given, one_or_many
from calculator.command_line.judged import Judged
from calculator.encode import assessment_json, assessment_value
from calculator.explain import explanation, identification
from calculator.explain.plain_recovery import plan_text, recovery_text
from calculator.explain.plain_text import as_text, file_lines
from calculator.json_text import line, pretty
from calculator.policy.listing import listing
from calculator.recovery.document import recovery_document, removal_document

Told = Callable[[dict[str, Any], str], str]
Document = Callable[[Assessment], dict[str, Any]]


def assess(options: Namespace) -> str | Judged:
    """Return the rate, order by order; of a folder of accounts the table of all of them.

    What a folder needs is loaded with the first one.
    """
    if one_or_many.is_folder(options):
        from calculator.command_line import many

        return many.accounts(options)
    found = given.assessments(options)
    if not options.json:
        return _for_people(found, as_text, options.lang)
    if options.all_stores:
        return "".join(line(assessment_value(one, options.lang)) for one in found)
    return assessment_json(found[0], options.lang)


def recovery(options: Namespace) -> str:
    """Return how the number moves in the coming days."""
    return _part(options, "recovery", recovery_text, recovery_document)


def removal(options: Namespace) -> str:
    """Return what could honestly be removed, and until when."""
    return _part(options, "removal", plan_text, removal_document)


def identify(options: Namespace) -> str:
    """Return what each file is."""
    lines = identification(given.taken(options.files, options.dates), options.lang)
    if options.json:
        return pretty({"contract": "odr-identification/1", "files": lines})
    return "".join(f"{line}\n" for item in lines for line in file_lines(item))


def causes(options: Namespace) -> str:
    """Return the causes of every comment in a table; what reads them is loaded here."""
    from calculator.causes import causes_document, causes_text, comments

    found = causes_document(comments(*given.table(options.file)))
    return pretty(found) if options.json else causes_text(found, options.lang)


def letter(options: Namespace) -> str:
    """Return the letter of a case file; with `--out` write it and what goes with it.

    What it needs is loaded here: no other command waits for it.

    Raises:
        RequestError: no case, or a folder that cannot be written to.
    """
    from calculator.letter import compose, letter_text
    from calculator.letter_files import DOCUMENTS, of_letter

    case, assessment = given.case_with_files(options)
    day = given.as_of(options)
    found = compose(case, assessment, options.lang, day)
    for what in DOCUMENTS if options.out else ():
        given.write(options.out / what, of_letter(found.value(), what, options.lang, day).data)
    return pretty(found.value()) if options.json else letter_text(found, options.lang)


def policy(options: Namespace) -> str:
    """Return the dated rules, or one."""
    return listing(options.key, given.as_of(options), options.lang, as_json=options.json)


def _part(options: Namespace, subject: str, told: Told, document: Document) -> str:
    """Return one part of the assessment: for people, as JSON with whole ids, or as a file to take along."""
    found = given.assessments(options)
    if options.ending is None:
        return _for_people(found, told, options.lang)
    if options.ending != "json":
        from calculator.take_along import take_along

        return take_along(found[0], f"{subject}.{options.ending}", options.lang).text
    if options.all_stores:
        return "".join(line(document(one)) for one in found)
    return pretty(document(found[0]))


def _for_people(found: tuple[Assessment, ...], told: Told, lang: str) -> str:
    return "\n".join(told(explanation(one, lang), lang) for one in found)
