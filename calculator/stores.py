"""Stores: which Amazon store a sales channel, a marketplace id or a code means.

The list itself is data (`policy/stores.toml`); here are only the ways to look a store up.

>>> of_channel("Amazon.co.uk"), of_code("GB"), of_channel("Non-Amazon")
('UK', 'UK', None)
"""

from __future__ import annotations

from functools import cache

from calculator.policy import stores, words


def of_channel(channel: str) -> str | None:
    """Return the store code of an All Orders `sales-channel`, None when no store has it."""
    return _by_channel().get(channel.strip().casefold())


def of_marketplace(marketplace_id: str) -> str | None:
    """Return the store code of an API marketplace id, None when no store has it."""
    return _by_marketplace().get(marketplace_id.strip())


def of_code(code: str) -> str | None:
    """Return the store code for a code or one of its aliases (`GB` is `UK`), None if unknown."""
    return _by_code().get(code.strip().upper())


def name_of(code: str, lang: str) -> str:
    """Return the store's name as people of a language write it."""
    names = next(store.name for store in stores() if store.code == code)
    return words.store(code, names, lang)


@cache
def _by_channel() -> dict[str, str]:
    return {name.casefold(): store.code for store in stores() for name in store.sales_channels}


@cache
def _by_marketplace() -> dict[str, str]:
    return {store.marketplace_id: store.code for store in stores()}


@cache
def _by_code() -> dict[str, str]:
    return {code: store.code for store in stores() for code in (store.code, *store.aliases)}


@cache
def codes() -> tuple[str, ...]:
    """Return all store codes in Amazon's list order."""
    return tuple(store.code for store in stores())
