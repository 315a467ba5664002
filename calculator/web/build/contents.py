"""Contents: which modules the browser gets, and in which of the two packs of ours."""

from __future__ import annotations

KEPT_ANYWAY = frozenset({"_strptime", "calendar", "stringprep", "urllib", "urllib.parse"})
"""Loaded late or on failure only, so no list of imported modules shows them."""

NOT_ASKED = frozenset({"ssl"})
"""`asyncio` takes it up where it is there; nobody here connects to anything, and it is slow to load."""

CODECS = ("utf_", "ascii", "latin_1", "iso8859_", "cp125", "cp437", "cp932", "cp949", "cp950", "gb", "hz")
EAST_ASIAN = ("big5", "euc_", "shift_jis")
NEEDED_BY_PYTHON = ("unicode_", "raw_unicode_", "idna", "punycode", "aliases", "__init__")
"""Encodings a seller's file can be in, with their family; mainframe and old desktop ones stay out."""

ONLY_NATIVE = (
    "calculator/__main__.py",
    "calculator/cli.py",
    "calculator/_tables/accounts.py",
    "calculator/_tables/native_",
    "calculator/accounts/",
    "calculator/command_line/",
    "calculator/explain/plain_recovery.py",
    "calculator/order_downloads.py",
    "calculator/policy/check",
    "calculator/policy/conflict.py",
    "calculator/policy/form.py",
    "calculator/policy/listing.py",
    "calculator/policy/row.py",
    "calculator/case_file/schema.py",
    "calculator/case_file/odr-case-1.schema.json",
)
"""The command line, the published schema, the strict reader of the rules: the browser never asks for them."""

DESK = (
    "calculator/browser/desk_request.py",
    "calculator/browser/known_answer_request.py",
    "calculator/browser/letter_out_request.py",
    "calculator/browser/review_request.py",
    "calculator/case/appeal",
    "calculator/case_file/",
    "calculator/causes/",
    "calculator/desk/",
    "calculator/letter/",
    "calculator/letter_files/",
    "calculator/plan_of_action/",
    "calculator/review/",
    "calculator/root_causes/",
    "calculator/rounds/",
    "calculator/route/",
    "calculator/_tables/desk_",
)
"""What only the appeal desk asks for: a pack of its own, which the calculator never fetches."""


def is_needed(name: str, needed: frozenset[str]) -> bool:
    """Say whether one file of the library stays."""
    module = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    kept = (*CODECS, *EAST_ASIAN, *NEEDED_BY_PYTHON)
    return module in needed or name.startswith(tuple(f"encodings/{codec}" for codec in kept))
