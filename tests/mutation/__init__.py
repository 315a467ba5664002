"""Mutation: the code that decides is changed in one place at a time, and a test has to notice.

    python -m tests.mutation [TARGET...]

`targets.toml` names the code, the tests that concern it and the changes that change nothing. The changes are
mutmut's; the folders it works in lie below `.build/mutation`, nothing of the project itself is touched.
"""
