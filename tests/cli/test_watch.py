"""`ipplan validate --watch` as a program of its own: it checks again after a save and ends with Ctrl-C."""

import queue
import signal
import subprocess
import sys
import threading

import pytest

PLAN = "plan:\n  title: 计划\n  body:\n    - {task: 甲, due: 尽快}\n"


@pytest.fixture
def watching(folder, write):
    """The program, watching the folder, and a function that gives what it prints up to the end of a round."""
    write("plan.yaml", PLAN)
    command = [sys.executable, "-m", "ipplan", "validate", ".", "--watch"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as one:
        lines = queue.Queue()
        threading.Thread(target=lambda: [lines.put(line) for line in one.stdout], daemon=True).start()

        def round_():
            said = []
            while not said or "按 Ctrl-C 结束" not in said[-1]:
                said.append(lines.get(timeout=60))
            return "".join(said)

        try:
            yield one, round_
        finally:
            one.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Ctrl-C sends them are different on Windows")
def test_a_save_is_followed(watching, write):
    process, round_ = watching
    assert "plan.yaml:4:22: 警告 IP301" in round_()
    write("plan.yaml", PLAN.replace("尽快", "2009年底"))
    assert "没有发现问题" in round_()
    write("plan.yaml", "plan: [\n")
    assert "错误 IP002" in round_()
    process.send_signal(signal.SIGINT)
    assert process.wait(60) == 130
    assert process.stderr.read() == "ipplan: 已中断\n"
