"""The security policy lets the pages run as built, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_document import Document

from calculator.docsite import headers
from calculator.docsite.languages import LANGUAGES
from calculator.docsite.served_files import headers_for, read_rules


def meta_policy(page: Document) -> str:
    (found,) = [tag["content"] for tag in page.all("meta") if tag["http-equiv"] == "Content-Security-Policy"]
    return found


@pytest.fixture(scope="module")
def policy(pages: dict[str, Document]) -> str:
    found = {meta_policy(page) for page in pages.values()}
    assert len(found) == 1, "pages disagree about the policy"
    return found.pop()


def test_the_policy_covers_every_inline_script_of_every_page(pages: dict[str, Document], policy: str) -> None:
    scripts = [code for page in pages.values() for code in headers.inline_scripts(page.html)]
    assert len(scripts) >= 2 * len(pages)
    assert [url for url, page in pages.items() if not headers.allows(policy, page.html)] == []


def test_a_page_with_an_altered_inline_script_is_caught(pages: dict[str, Document], policy: str) -> None:
    html = pages[""].html
    code = headers.inline_scripts(html)[0]
    assert not headers.allows(policy, html.replace(code, code + " "))


def test_data_in_a_script_block_needs_no_hash() -> None:
    assert (
        headers.inline_scripts('<script type="application/json">{"a":1}</script><script src="a.js"></script>')
        == []
    )
    assert headers.inline_scripts("<script>go()</script>") == ["go()"]


def test_the_policy_has_no_unsafe_word_but_the_one_webassembly_needs(policy: str) -> None:
    directives = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert directives["default-src"] == "'none'"
    assert directives["connect-src"] == directives["style-src"] == "'self'"
    assert directives["worker-src"] == "'self' blob:"
    assert {word for word in policy.split() if "unsafe" in word} == {"'wasm-unsafe-eval'"}
    assert not {word for word in policy.split() if word.startswith(("http", "*", "//"))}


def test_the_policy_stands_right_behind_the_charset(pages: dict[str, Document]) -> None:
    """A policy in `<meta>` binds only what comes after it."""
    for url, page in pages.items():
        names = [(tag.name, tag["charset"] or tag["http-equiv"]) for tag in page.tags if tag.name != "html"]
        assert names[:3] == [("head", ""), ("meta", "utf-8"), ("meta", "Content-Security-Policy")], url


def test_a_page_without_charset_is_refused() -> None:
    with pytest.raises(ValueError, match="charset"):
        headers.with_policy("<html><head></head></html>", "default-src 'none'")


def test_writing_the_policy_twice_leaves_one() -> None:
    once = headers.with_policy(f"<head>{headers.CHARSET}</head>", "a")
    assert headers.with_policy(once, "b").count("Content-Security-Policy") == 1


def test_the_header_file_says_the_same_as_the_pages(site: Path, policy: str) -> None:
    rules = read_rules((site / "_headers").read_text(encoding="utf-8"))
    found = headers_for("/about/privacy/", rules)
    assert found["Content-Security-Policy"] == f"{policy}; frame-ancestors 'none'"
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["Referrer-Policy"] == "no-referrer"
    assert found["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in found["Permissions-Policy"]


def test_only_files_whose_name_changes_with_their_content_are_kept_for_ever(site: Path) -> None:
    rules = read_rules((site / "_headers").read_text(encoding="utf-8"))
    for folder in ("", *(one.folder for one in LANGUAGES)):
        for path in (site / folder / "assets" / "stylesheets").glob("*.css"):
            address = "/" + path.relative_to(site).as_posix()
            assert "immutable" in headers_for(address, rules)["Cache-Control"]
            assert path.name.count(".") >= 2, f"{path.name} carries no hash"
    assert "immutable" not in headers_for("/calculator/", rules)["Cache-Control"]
    assert "immutable" not in headers_for("/assets/icons/clock.svg", rules)["Cache-Control"]
    assert "immutable" not in headers_for("/assets/manifest.json", rules)["Cache-Control"]
