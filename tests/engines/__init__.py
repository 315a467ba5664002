"""Engines: the job in Firefox and in WebKit, each driven through the remote control it brings itself.

    python -m tests.engines [firefox webkit]

Chromium has the whole of `tests/browser`; here a small set of the same things is done where the page's code
meets another engine. What was found, what was not and how each test ended is kept for the documentation.
"""
