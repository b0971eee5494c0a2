"""A plan in a folder of its own, snapshots of it, and a preview that runs."""

from __future__ import annotations

import http.client
import os
import queue
import subprocess
import sys
import threading
import urllib.request
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

import pytest

from ipplan.preview.feed import Feed
from ipplan.preview.server import PreviewServer, serving
from ipplan.preview.snapshot import take_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PLAN = """\
plan:
  title: 2026年宣传计划
  body:
    - task: 办好宣传周
      text: 各单位按时完成。
      due: 2026年4月24日前
      lead: 市科技局
      supporting: 市文化局
    - task: 印发手册
      due: 2026年6月底前
      lead: 市文化局
"""

WRONG = PLAN.replace("4月24日", "4月31日")
"""The plan with a day that does not exist in line 6."""
UNDECIDED = "notice: {number: 待定, date: 待定, to: 各单位, issuers: [市科技局]}\n" + PLAN


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write a file into the folder of the plan, or below: its text and its name."""

    def write(text: str = PLAN, name: str = "plan.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    return write


@pytest.fixture
def plan(write: Callable[..., Path]) -> Path:
    """The plan file."""
    return write()


class Response(NamedTuple):
    """What the server answered."""

    status: int
    headers: http.client.HTTPMessage
    text: str


class Running(NamedTuple):
    """A server in this process, with the feed that it shows."""

    server: PreviewServer
    feed: Feed

    def ask(self, path: str, method: str = "GET", **headers: str) -> Response:
        """Send one request; `path` is below the address unless it begins with a slash."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=10)
        try:
            connection.request(method, path if path.startswith("/") else self.server.root + path, headers=headers)
            answer = connection.getresponse()
            return Response(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()


@pytest.fixture
def running(plan: Path) -> Iterator[Running]:
    """A server that shows the plan."""
    feed = Feed(take_snapshot(plan))
    with serving(PreviewServer(feed)) as server:
        yield Running(server, feed)


class Program(NamedTuple):
    """`ipplan preview` as a program of its own, and the address that it printed."""

    process: subprocess.Popen[str]
    address: str

    @property
    def port(self) -> int:
        """The port at which it listens."""
        port = urlsplit(self.address).port
        assert port is not None
        return port

    def pages(self) -> Iterator[str]:
        """The page at every snapshot, from the present one on; it is wrong that none comes for one heartbeat."""
        with urllib.request.urlopen(self.address + "events", timeout=30) as stream:
            for line in stream:
                assert line != b":\n", "nothing new for a heartbeat"
                if line.startswith(b"data: "):
                    with urllib.request.urlopen(self.address, timeout=30) as page:
                        yield page.read().decode()


@pytest.fixture
def program(plan: Path) -> Iterator[Program]:
    """The program, started in the folder of the plan."""
    command = [sys.executable, "-m", "ipplan", "preview", ".", "--no-browser"]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=plan.parent, stdout=pipe, stderr=pipe, encoding="utf-8", env=environment
    ) as process:
        lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in process.stdout or ()], daemon=True).start()
        try:
            address = lines.get(timeout=60).split()[1]
            lines.get(timeout=60)
            yield Program(process, address)
        finally:  # or a program that says nothing would be waited for without end
            process.kill()
