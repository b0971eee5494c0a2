"""The promises of SECURITY.md: each names its test here, and each test shows that it would notice a breach.

Commands run as programs of their own under `kit.watched`, which sees every file that Python opens and stops whoever
asks for the network or another program.
"""

import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import NamedTuple

import pytest

import ipplan
from kit.fonts import find_fandol
from kit.sample import paragraph, write_docx

ROOT = Path(__file__).parents[2]
PLAN = """\
plan:
  title: 计划
  period: 2026年
  body:
    - {task: 宣传, lead: 市科技局, due: 6月底前}
"""
FORMATS = ["docx", "html", "md", "xlsx", "ics", "csv", *(["pdf"] if find_fandol() else [])]


class Seen(NamedTuple):
    """What a command did: exit code, all it said, and what `kit.watched` saw."""

    code: int
    said: str
    opened: list[Path]
    asked: list[str]
    ran: list[str]


@pytest.fixture
def project(tmp_path):
    """A folder with a plan in it, and beside it a file that nobody may read."""
    (tmp_path / "secret.yaml").write_text("- 机密文字\n", encoding="utf-8")
    folder = tmp_path / "项目 一"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    return folder


@pytest.fixture
def watched(tmp_path, project):
    """A function that runs a command in the project's folder under watch."""

    def watched(*arguments, module="kit.watched"):
        record = tmp_path / "record.json"
        paths = os.pathsep.join([str(ROOT / "tests"), str(Path(ipplan.__file__).parents[1])])
        environment = {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", "PYTHONSAFEPATH": "1"}
        environment["IPPLAN_FONT_PATH"] = str(find_fandol() or "")
        command = [sys.executable, "-m", module, str(record), *map(str, arguments)]
        done = subprocess.run(command, cwd=project, env=environment, capture_output=True, encoding="utf-8", check=False)
        seen = json.loads(record.read_text("utf-8"))
        opened = [Path(name) for name in seen["opened"]]
        return Seen(done.returncode, done.stdout + done.stderr, opened, seen["asked"], seen["ran"])

    return watched


def foreign(seen, *allowed):
    """The files opened that belong neither to Python, libraries, ipplan or its cache, nor lie in what is allowed."""
    own = [sys.prefix, sys.base_prefix, Path(ipplan.__file__).parent, ROOT / "src", ROOT / "templates", ROOT / "tests"]
    own += [part for part in sys.path if part.endswith("site-packages")]
    system = ["/usr/share/zoneinfo", "/dev/null", *([find_fandol()] if find_fandol() else [])]
    folders = [os.path.realpath(one) for one in (*own, *system, *allowed, os.environ["IPPLAN_CACHE"])]
    return [path for path in seen.opened if not any(path.is_relative_to(folder) for folder in folders)]


COMMANDS = {
    "validate": ["validate", "."],
    "fix": ["validate", "--fix", "."],
    "render": ["render", ".", *(word for form in FORMATS for word in ("-f", form))],
    "table": ["table", ".", "--by", "unit", "-f", "xlsx"],
    "inspect": ["inspect", "paper.docx"],
    "migrate": ["migrate", "."],
    "new": ["new", "另一个"],
    "schema": ["schema"],
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_no_network_no_program_nothing_elsewhere(watched, project, command):
    """Every command: no network, no other program, no file but those of the project."""
    write_docx(project / "paper.docx", paragraph("正文。"))
    seen = watched(*command)
    assert seen.code in (0, 1)
    assert seen.asked == []
    assert foreign(seen, project) == []


HOSTILE = {
    "include": ("plan.yaml", PLAN + "    - include: ../secret.yaml\n", "在计划的文件夹外面"),
    "include of a link": ("plan.yaml", PLAN + "    - include: link.yaml\n", "在计划的文件夹外面"),
    "include with the whole path": ("plan.yaml", PLAN + "    - include: {secret}\n", "在计划的文件夹外面"),
    "wording": ("ipplan.yaml", "wording: ..\n", "在项目文件的文件夹外面"),
    "styles": ("ipplan.yaml", "styles: ../secret.yaml\n", "在项目文件的文件夹外面"),
    "styles of a link": ("ipplan.yaml", "styles: link.yaml\n", "在项目文件的文件夹外面"),
    "baseline": ("ipplan.yaml", "checks: {baseline: ../secret.yaml}\n", "在项目文件的文件夹外面"),
    "wording with a link": ("ipplan.yaml", "office: {name: 甲局}\nwording: w\n", "指到文件夹外面"),
    "template that includes": ("w/masthead.j2", "{% include '../../secret.yaml' %}", "不能用 {% include %}"),
}


@pytest.mark.parametrize(("name", "content", "words"), HOSTILE.values(), ids=HOSTILE)
def test_nothing_is_read_outside_of_the_project(watched, project, name, content, words):
    """However a file is named, over `..`, whole paths or links: it is refused and not even opened."""
    secret = project.parent / "secret.yaml"
    notice = "notice: {number: 甲发〔2026〕1号, date: 2026-02-03, to: 乙}\n"
    (project / "plan.yaml").write_text(notice + PLAN, encoding="utf-8")
    (project / "link.yaml").symlink_to(secret)
    (project / "w").mkdir()
    (project / "w" / ("masthead.j2" if "/" not in name else "title.j2")).symlink_to(secret)
    (project / "ipplan.yaml").write_text("office: {name: 甲局}\nwording: w\n", encoding="utf-8")
    if "/" in name:
        (project / "w" / "title.j2").unlink()
    content = content.replace("{secret}", str(secret))
    (project / name).write_text(notice + content if name == "plan.yaml" else content, encoding="utf-8")
    seen = watched("render", ".")
    assert seen.code in (1, 3)
    assert words in seen.said
    assert "机密文字" not in seen.said
    assert secret.resolve() not in seen.opened
    assert foreign(seen, project) == []


def test_documents_bring_in_nothing(watched, project):
    """A docx with external entities, links to pictures and templates elsewhere: nothing of it is fetched or opened."""
    secret = (project.parent / "secret.yaml").as_uri()
    main = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret}">]><w:document xmlns:w="x">&e;</w:document>'
    relation = f'<Relationship Id="a" Type="attachedTemplate" TargetMode="External" Target="{secret}"/>'
    for text, code in ((main, 3), ('<w:document xmlns:w="x"/>', 1)):
        with zipfile.ZipFile(project / "paper.docx", "w") as archive:
            archive.writestr("word/document.xml", text)
            archive.writestr("word/_rels/document.xml.rels", f"<Relationships>{relation}</Relationships>")
        seen = watched("inspect", "paper.docx")
        assert (seen.code, seen.asked, foreign(seen, project)) == (code, [], [])


def test_no_code_of_a_project_runs(watched, project):
    """Modules that lie beside a plan are not imported, tags build nothing, templates reach no Python."""
    mark = project / "harm"
    for module in ("yaml", "jinja2", "sitecustomize", "ipplan", "conftest"):
        (project / f"{module}.py").write_text(f"open({str(mark)!r}, 'w')\n", encoding="utf-8")
    for line in (
        f"  theme: !!python/object/apply:os.system ['touch {mark}']\n",
        f"  theme: \"{{{{ ''.__class__.__mro__[1].__subclasses__() }}}} $(touch {mark}) `touch {mark}`\"\n",
    ):
        (project / "plan.yaml").write_text(PLAN.replace("  period: 2026年\n", line), encoding="utf-8")
        seen = watched("render", ".", "--draft")
        assert seen.asked == []
        assert not mark.exists()
        assert [name for name in seen.ran if name.startswith(str(project))] == []


BREACHES = {
    "network": "import socket; socket.create_connection(('127.0.0.1', 9))",
    "program": "import subprocess; subprocess.run(['true'])",
    "file": "open('../secret.yaml').close()",
}


@pytest.mark.parametrize("breach", BREACHES)
def test_breaches_are_noticed(watched, project, tmp_path, monkeypatch, breach):
    """Were ipplan to do any of it, the tests above would see it."""
    package = tmp_path / "breach"
    (package / "ipplan" / "cli").mkdir(parents=True)
    (package / "ipplan" / "__init__.py").touch()
    (package / "ipplan" / "cli" / "__init__.py").touch()
    breaking = f"def run(arguments):\n    {BREACHES[breach]}\n"
    (package / "ipplan" / "cli" / "run.py").write_text(breaking, encoding="utf-8")
    monkeypatch.setattr(ipplan, "__file__", str(package / "ipplan" / "__init__.py"))
    seen = watched("validate", ".")
    assert seen.asked or foreign(seen, project, package)


def test_every_promise_names_its_test():
    """The tests that SECURITY.md names exist."""
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", (ROOT / "SECURITY.md").read_text("utf-8"))
    assert len(named) >= 8
    for file, name in named:
        assert f"def {name}(" in (ROOT / file).read_text("utf-8"), name
