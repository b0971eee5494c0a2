"""The server: who gets an answer, and that nobody else does."""

import http.client
import re
import signal
import socket
import sys

import pytest

from ipplan.cli.run import run
from ipplan.preview.feed import Feed
from ipplan.preview.server import PreviewServer
from ipplan.preview.snapshot import take_snapshot
from preview.conftest import WRONG


def test_what_it_shows(running):
    page = running.ask("")
    assert page.status == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "办好宣传周" in page.text
    assert "各单位按时完成。" in running.ask("paper?1").text
    assert running.ask("preview.js").headers["Content-Type"] == "text/javascript; charset=utf-8"
    assert "IP302" in running.ask("rule/IP302").text


def test_it_listens_on_this_machine_only(running):
    assert running.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "", "localhost.evil:{port}"]
)
def test_a_foreign_host_is_refused(running, host):
    answer = running.ask("", Host=host.format(port=running.server.server_port))
    assert answer.status == 421
    assert "宣传" not in answer.text
    assert running.ask("", Host=f"localhost:{running.server.server_port}").status == 200


def test_two_hosts_are_refused(running):
    port = running.server.server_port
    with socket.create_connection(("127.0.0.1", port), timeout=10) as client:
        client.sendall(f"GET {running.server.root} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nHost: evil\r\n\r\n".encode())
        assert b" 421 " in client.recv(100)


def test_the_token_is_needed(running):
    root = running.server.root
    assert len(root) >= 32
    wrong = root[:-2] + ("A" if root[-2] != "A" else "B") + "/"
    for path in ("/", "/preview.js", "/events", wrong, root.upper() if root.upper() != root else "/x", root[:-1], "/é"):
        assert running.ask(path.encode("ascii", "replace").decode()).status == 404


def test_each_run_has_its_own_token(running):
    with PreviewServer(running.feed) as other:
        assert other.root != running.server.root


@pytest.mark.parametrize(
    "path",
    [
        "plan.yaml",
        "../plan.yaml",
        "..%2fplan.yaml",
        "%2e%2e/plan.yaml",
        "//etc/passwd",
        "rule/../../styles",
        "x" * 9000,
    ],
)
def test_no_file_is_served(running, path):
    assert running.ask(path).status == 404


@pytest.mark.parametrize("method", ["POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "BREW"])
def test_only_get(running, method):
    assert running.ask("", method).status == 405


@pytest.mark.parametrize("path", ["", "paper", "preview.js", "rule/IP302", "nothing"])
def test_every_answer_says_what_it_may(running, path):
    headers = running.ask(path).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "Access-Control-Allow-Origin" not in headers
    assert "Python" not in headers["Server"]


def test_the_policies(running):
    page, paper = (running.ask(path).headers["Content-Security-Policy"] for path in ("", "paper"))
    assert page.startswith("default-src 'none'; script-src 'self'; style-src 'self';")
    assert "unsafe" not in page
    assert paper.startswith("sandbox allow-same-origin; default-src 'none';")
    assert "script" not in paper


def test_a_change_is_told(running, plan):
    connection = http.client.HTTPConnection("127.0.0.1", running.server.server_port, timeout=10)
    connection.request("GET", running.server.root + "events")
    stream = connection.getresponse()
    assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
    assert [stream.readline(), stream.readline()] == [b"data: 1\n", b"\n"]
    plan.write_text(WRONG, "utf-8")
    running.feed.publish(take_snapshot(plan, running.feed.latest))
    assert stream.readline() == b"data: 2\n"
    running.feed.close()
    assert stream.read() in {b"\n", b"\n:\n\n"}
    connection.close()


def test_waiting_ends(plan):
    feed = Feed(take_snapshot(plan))
    assert feed.newer(0, 0).number == 1
    assert feed.newer(1, 0.01) is None
    feed.close()
    assert feed.newer(0, 60) is None


@pytest.mark.usefixtures("stopped_at_once")
def test_a_taken_port(running, plan, capsys):
    port = running.server.server_port
    assert run(["preview", str(plan), "--no-browser", "--port", str(port)]) == 3
    assert capsys.readouterr().err == f"ipplan: 端口 {port} 已经被别的程序占用：换一个 --port，不写就自动找一个空的\n"


@pytest.mark.usefixtures("stopped_at_once")
def test_wrong_usage(plan, write, capsys):
    assert run(["preview", str(plan), "--port", "65536"]) == 2
    assert capsys.readouterr().err == "ipplan: --port 要写 1 到 65535，不是 65536\n"
    write(name="b.plan.yaml")
    assert run(["preview", str(plan.parent)]) == 2
    assert "里有 2 个计划，一次预览一个" in capsys.readouterr().err
    assert run(["preview", str(plan.parent / "gone.yaml")]) == 3


@pytest.mark.parametrize(("options", "browsers"), [([], 1), (["--no-browser"], 0)])
def test_it_opens_the_browser(plan, capsys, stopped_at_once, options, browsers):
    """At the address that it prints."""
    assert run(["preview", str(plan.parent), *options]) == 130
    printed = capsys.readouterr()
    assert printed.err == "ipplan: 已中断\n"
    assert re.fullmatch(r"预览在 http://127\.0\.0\.1:\d+/\S{32}/\n保存后自动更新，按 Ctrl-C 结束\n", printed.out)
    assert stopped_at_once == printed.out.split()[1:2] * browsers


def test_saves_that_the_system_does_not_tell(plan, capsys, monkeypatch):
    """Linux follows so many folders and no more."""

    def watch(*_folders, **_how):
        raise OSError("OS file watch limit reached.")

    monkeypatch.setattr("ipplan.cli.watching.watch", watch)
    assert run(["preview", str(plan), "--no-browser"]) == 3
    assert f"ipplan: {plan.parent}：跟踪不了里面的保存" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="signals as Ctrl-C sends them are different on Windows")
def test_the_program_follows_a_save_and_ends_with_ctrl_c(program, plan):
    """A listener is told of the save; Ctrl-C ends the program though somebody still listens, and leaves nothing."""
    pages = program.pages()
    assert "IP302" not in next(pages)
    plan.write_text(WRONG, "utf-8")
    assert any("IP302" in page for page in pages)
    program.process.send_signal(signal.SIGINT)
    assert program.process.wait(30) == 130
    assert program.process.stderr.read() == "ipplan: 已中断\n"
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", program.port), timeout=5)
