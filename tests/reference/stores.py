"""The stores the random shops sell in, as Amazon names them in its reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """One Amazon store: its code, what the sales-channel column says, and how its order ids begin."""

    code: str
    channel: str
    marketplace: str
    prefixes: tuple[str, ...]
    offsets: tuple[int, ...]


STORES: tuple[Store, ...] = (
    Store(
        code="US",
        channel="Amazon.com",
        marketplace="ATVPDKIKX0DER",
        prefixes=("111", "112", "113", "114"),
        offsets=(-8, -7, 0),
    ),
    Store(
        code="CA",
        channel="Amazon.ca",
        marketplace="A2EUQ1WTGCTBG2",
        prefixes=("701", "702"),
        offsets=(-8, -5, 0),
    ),
    Store(
        code="UK",
        channel="Amazon.co.uk",
        marketplace="A1F83G8C2ARO7P",
        prefixes=("026", "203", "206"),
        offsets=(0, 1),
    ),
    Store(
        code="DE",
        channel="Amazon.de",
        marketplace="A1PA6795UKMFR9",
        prefixes=("302", "303", "306"),
        offsets=(0, 1, 2),
    ),
    Store(
        code="JP",
        channel="Amazon.co.jp",
        marketplace="A1VC38T7YXB528",
        prefixes=("249", "250", "503"),
        offsets=(0, 9),
    ),
    Store(
        code="IN",
        channel="Amazon.in",
        marketplace="A21TJRUUN4KGV",
        prefixes=("171", "402", "408"),
        offsets=(0, 5),
    ),
)


def store_of_channel(channel: str) -> Store:
    """The store a sales-channel cell names."""
    return next(store for store in STORES if store.channel == channel)
