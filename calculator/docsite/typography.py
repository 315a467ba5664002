"""Typography: what the sources write for people who edit, turned into what a reader should see.

Pages keep one sentence a line. A browser shows the end of a line as a blank, which Chinese does not
have between sentences.
"""

from __future__ import annotations

import re

WIDE = r"\u3001-\u303f\u4e00-\u9fff\uff01-\uff60"
BLOCKS = r"<(?:/|div|section|ol|ul|li|p|table|figure|odr-|link|script)"
HEADING = re.compile(r"(<h[1-3]\b[^>]*>)([^<]+)(</h|<a )")
PHRASE = re.compile(r"[^：，、；？]+[：，、；？]*")
BREAK = re.compile(rf"(?<=[{WIDE}\u201d])\n[ ]*(?!{BLOCKS})(?=[{WIDE}\u201c<\[]|\*\*)")


def joined(markdown: str) -> str:
    r"""Return Chinese Markdown with sentences of one paragraph on one line.

    >>> joined("免费。\n没有账户。\n\n下一段")
    '免费。没有账户。\n\n下一段'
    """
    return BREAK.sub("", markdown)


def unbroken(words: str) -> str:
    """Return a Chinese day so that no line ends inside it; an English one has hard blanks already.

    >>> unbroken("2026年11月7日"), unbroken("126")
    ('<span class="odr-nobr">2026年11月7日</span>', '126')
    """
    return f'<span class="odr-nobr">{words}</span>' if words.endswith("日") else words


def phrased(html: str) -> str:
    """Return a Chinese page whose headings break between phrases, not inside a word.

    >>> phrased('<h2>索赔：已判给买家</h2>')
    '<h2><span class="odr-phrase">索赔：</span><span class="odr-phrase">已判给买家</span></h2>'
    """
    return HEADING.sub(lambda found: found[1] + _phrases(found[2]) + found[3], html)


def _phrases(words: str) -> str:
    parts = PHRASE.findall(words)
    return words if len(parts) < 2 else "".join(f'<span class="odr-phrase">{part}</span>' for part in parts)
