"""Doing many things in several processes, with results in the order in which the things were given.

Processes, not threads: what takes time is Python. They are spawned, not forked, on every system alike, because a
process that shows a progress bar or has loaded typst has threads, and a fork of it may hang.
"""

from __future__ import annotations

import atexit
import contextlib
import os
from collections import deque
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ipplan.cli import prepare
from ipplan.errors import IpplanError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable
    from concurrent.futures import Future, ProcessPoolExecutor

Item = TypeVar("Item")
Result = TypeVar("Result")

_AHEAD = 8
"""Results that may wait for the one before them, for each worker: memory does not grow with the number of plans."""


class WorkerDied(IpplanError):
    """A worker was ended from outside: killed, or out of memory."""


def sensible_jobs(items: int, worth: int) -> int:
    """How many processes to use where nobody says so: one for each `worth` items, no more than there are processors."""
    return max(1, min(_processors(), items // worth))


def _processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    items: Iterable[Item],
    known: Callable[[Item], Result | None],
    begin: Callable[[], Callable[[Item], Result]],
    jobs: int,
) -> Generator[Result, None, None]:
    """The result of each item, in order: what is `known`, or what the function that `begin` returns makes of it.

    `begin` is called once in each process, when there is something to do. Close the iterator to end the workers; what
    they are at is finished first, so that nothing is left half done.

    Raises:
        WorkerDied: if a worker ended by itself.
    """
    return _here(items, known, begin) if jobs == 1 else _elsewhere(items, known, begin, jobs)


def _here(
    items: Iterable[Item],
    known: Callable[[Item], Result | None],
    begin: Callable[[], Callable[[Item], Result]],
) -> Generator[Result, None, None]:
    work = None
    for item in items:
        result = known(item)
        if result is None:
            work = work or begin()
            result = work(item)
        yield result


def _elsewhere(
    items: Iterable[Item],
    known: Callable[[Item], Result | None],
    begin: Callable[[], Callable[[Item], Result]],
    jobs: int,
) -> Generator[Result, None, None]:
    pool = _Pool(begin, jobs)
    waiting: deque[tuple[Item, Result | None, Future[Result] | None]] = deque()
    try:
        for item in items:
            result = known(item)
            waiting.append((item, result, pool.submit(item) if result is None else None))
            while waiting and (_is_there(waiting[0][2]) or len(waiting) > jobs * _AHEAD):
                yield pool.result(*waiting.popleft())
        while waiting:
            yield pool.result(*waiting.popleft())
    finally:
        pool.close()


def _is_there(future: Future[Result] | None) -> bool:
    """Whether a result can be had without waiting; what was known has no future."""
    return future is None or future.done()


class _Pool(Generic[Item, Result]):
    """The processes; none is started before there is something to do."""

    def __init__(self, begin: Callable[[], Callable[[Item], Result]], jobs: int) -> None:
        self._begin = begin
        self._jobs = jobs
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, item: Item) -> Future[Result] | None:
        """Have an item worked on; None if the processes are gone, of which earlier items tell."""
        if self._executor is None:
            self._executor = _start(self._begin, self._jobs)
        with contextlib.suppress(RuntimeError):  # what BrokenProcessPool is
            return cast("Future[Result]", self._executor.submit(_work, item))
        return None

    def result(self, item: Item, known: Result | None, future: Future[Result] | None) -> Result:
        """What was known of an item, or what comes of it, waited for."""
        if known is not None:
            return known
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415  see `_start`

        try:
            if future is None:
                raise BrokenProcessPool
            return future.result()
        except BrokenProcessPool:
            advice = "多半是内存不够。已经写好的文件都是完整的；可以加 --jobs 1 再运行一次"
            raise WorkerDied(f"一个工作进程中途被终止，做到 {item} 停了：{advice}") from None

    def close(self) -> None:
        """End the processes when they have finished what they are at."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)


def _start(begin: Callable[[], Callable[[Any], object]], jobs: int) -> ProcessPoolExecutor:
    import multiprocessing  # noqa: PLC0415  a run with one process does without
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(begin,))


class _Here:
    """What this process does, if it is a worker."""

    begin: Callable[[], Callable[[Any], object]]
    work: Callable[[Any], object] | None = None


def _begin(begin: Callable[[], Callable[[Any], object]]) -> None:
    """Make this process a worker. Ctrl-C is for the process that gave the work; when that is gone, so is the worker."""
    import signal  # noqa: PLC0415  only in a worker
    import threading  # noqa: PLC0415

    prepare()
    atexit.register(os._exit, 0)  # by then all is sent: nobody needs to wait until what was loaded is taken apart
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_outlive_nobody, daemon=True).start()
    _Here.begin = staticmethod(begin)


def _outlive_nobody() -> None:
    """End this process when its parent is gone, even if that was killed."""
    from multiprocessing import parent_process  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(item: object) -> object:
    _Here.work = _Here.work or _Here.begin()
    return _Here.work(item)
