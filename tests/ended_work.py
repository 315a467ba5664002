"""Work that ends its process for one account and has a fault for another; light, as fresh processes load it."""

from __future__ import annotations

import os
from pathlib import Path

from calculator.accounts import Asked, Row
from calculator.command_line import crowd


def ends(entry: Path, asked: Asked) -> tuple[Row, ...]:
    if entry.name == "ends":
        os._exit(9)
    if entry.name == "fault":
        raise ZeroDivisionError
    return crowd.of_folder(entry, asked)
