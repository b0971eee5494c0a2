"""`ipplan preview`: serve what a plan looks like now, until Ctrl-C."""

from __future__ import annotations

import contextlib
import threading
import webbrowser
from typing import TYPE_CHECKING

from ipplan.cli.exit_codes import INTERRUPTED
from ipplan.cli.paths import find_plans
from ipplan.cli.watching import saves
from ipplan.errors import UsageProblem
from ipplan.preview.feed import Feed
from ipplan.preview.server import PreviewServer, serving
from ipplan.preview.snapshot import take_snapshot

if TYPE_CHECKING:
    from pathlib import Path


def preview_plan(path: Path, port: int, *, browser: bool) -> int:
    """Show the plan in the browser, and again after every save; returns when the user presses Ctrl-C.

    Raises:
        UsageProblem: if the path means several plans, or the port is none.
        UnreadableFile: if there is no plan.
        TakenPort: if the port cannot be had.
    """
    plan = _only_plan(path)
    if not 0 <= port <= 65535:
        raise UsageProblem(f"--port 要写 1 到 65535，不是 {port}")
    with contextlib.suppress(KeyboardInterrupt):
        feed = Feed(take_snapshot(plan))
        with serving(PreviewServer(feed, port)) as server:
            print(f"预览在 {server.address}\n保存后自动更新，按 Ctrl-C 结束", flush=True)
            if browser:
                # A browser in the terminal would hold up everything else.
                threading.Thread(target=webbrowser.open, args=(server.address,), daemon=True).start()
            for _ in saves([plan]):
                feed.publish(take_snapshot(plan, feed.latest))
    return INTERRUPTED


def _only_plan(path: Path) -> Path:
    plans = find_plans([path])
    if len(plans) > 1:
        raise UsageProblem(f"{path} 里有 {len(plans)} 个计划，一次预览一个，如 ipplan preview {plans[0]}")
    return plans[0]
