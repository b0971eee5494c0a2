"""Zip packages whose bytes depend on their contents only."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can name; no clock is read."""


def pack(parts: Mapping[str, str]) -> bytes:
    """Zip the parts in their order, with a fixed time and fixed attributes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(_member(name), text)
    return stream.getvalue()


def packed_with(package: bytes, parts: Mapping[str, Iterable[bytes]]) -> bytes:
    """The package with more parts at its end, each given piece by piece; what it has already is not zipped again."""
    stream = io.BytesIO(package)
    with zipfile.ZipFile(stream, "a") as archive:
        for name, pieces in parts.items():
            with archive.open(_member(name), "w") as member:
                member.writelines(pieces)
    return stream.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o644 << 16
    return member
