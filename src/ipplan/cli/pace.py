"""How a batch is gone through: how many processes, which share, with or without the cache."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ipplan.cli.workers import in_order, sensible_jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from ipplan.cli.jobs import Task
    from ipplan.cli.remembering import Result
    from ipplan.cli.sharding import Shard


class Pace(NamedTuple):
    """Neither bytes nor messages depend on it, but for plans that are in other shares.

    `jobs` is the number of processes, None for a sensible one; where `cached`, what was done before is taken from the
    cache.
    """

    shard: Shard | None = None
    jobs: int | None = None
    cached: bool = True

    def results(
        self,
        tasks: Sequence[Task],
        known: Callable[[Task], Result | None],
        begin: Callable[[], Callable[[Task], Result]],
        worth: int,
    ) -> Generator[Result, None, None]:
        """What comes of each task, in order; see `in_order`. A process is worth while for so many tasks."""
        return in_order(tasks, known, begin, self.jobs or sensible_jobs(len(tasks), worth))
