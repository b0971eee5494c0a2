"""The latest snapshot, and waiting for the next one."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ipplan.preview.snapshot import Snapshot


class Feed:
    """Hands the latest snapshot from the thread that takes them to those that show them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._latest = snapshot
        self._closed = False
        self._changed = threading.Condition()

    @property
    def latest(self) -> Snapshot:
        """The snapshot that was published last."""
        with self._changed:
            return self._latest

    @property
    def closed(self) -> bool:
        """Whether there will be no further snapshot."""
        with self._changed:
            return self._closed

    def publish(self, snapshot: Snapshot) -> None:
        """Make this the latest snapshot, and wake all who wait."""
        with self._changed:
            self._latest = snapshot
            self._changed.notify_all()

    def close(self) -> None:
        """Say that no further snapshot will come, and wake all who wait."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def newer(self, number: int, timeout: float) -> Snapshot | None:
        """Wait for a snapshot with a higher number; None after so many seconds without one, and at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._latest.number > number, timeout)
            return self._latest if self._latest.number > number and not self._closed else None
