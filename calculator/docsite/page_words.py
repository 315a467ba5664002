"""Page words: the labels of generated pages, by language, in a table beside the module that shows them."""

from __future__ import annotations

from calculator import tables


class PageWords:
    """The words of one table of `calculator.docsite`, in one language."""

    def __init__(self, table: str, lang: str) -> None:
        self.lang = lang
        self._held = tables.read("calculator.docsite", table)[lang]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return one label.

        Raises:
            KeyError: nobody wrote it.
        """
        return str(self._held[key]).format_map(values)
