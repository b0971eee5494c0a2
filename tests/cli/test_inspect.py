"""`ipplan inspect`: what it prints, and how it ends."""

import json
import re
import shutil
import sys

import pytest

from inspection.specimen import complete_docx
from inspection.spoilt import SPOILT
from ipplan.stylesheet import load_stylesheet
from office.papers import spoil


@pytest.fixture
def papers(folder):
    """A good document and one whose number has the wrong brackets."""
    good = complete_docx(folder, load_stylesheet())
    spoil(good, folder / "bad.docx", SPOILT["number-form"])
    shutil.move(good, folder / "good.docx")
    return folder


@pytest.mark.usefixtures("papers")
def test_nothing_wrong(ipplan):
    """All checks passed: exit code 0 and a table that says so."""
    code, out, err = ipplan("inspect", "good.docx")
    assert (code, err) == (0, "")
    assert out.startswith("good.docx：不合 0，没查 0，合格 ")


@pytest.mark.usefixtures("papers")
def test_something_wrong_comes_first(ipplan):
    """What is wrong is the first row, with clause, requirement, what was measured and where."""
    code, out, _ = ipplan("inspect", "bad.docx")
    assert code == 1
    rows = [line.split(maxsplit=3) for line in out.splitlines()[2:4]]
    assert rows[0][:3] == ["条款", "结果", "项目"]
    assert rows[1][:3] == ["7.2.5", "不合", "发文字号的写法"]
    assert rows[1][3].split() == ["如“×发〔2012〕10号”（必须）", "甲知[2026]2号——“甲知[2026]2号”"]


@pytest.mark.usefixtures("papers")
def test_json(ipplan):
    """The same for programs."""
    code, out, _ = ipplan("inspect", "bad.docx", "good.docx", "-f", "json")
    document = json.loads(out)
    bad, good = document["files"]
    assert (code, document["version"], good["summary"]["failed"], bad["engine"]) == (1, 1, 0, None)
    (wrong,) = [check for check in bad["checks"] if check["outcome"] == "failed"]
    assert (wrong["name"], wrong["clause"], wrong["strength"]) == ("number-form", "7.2.5", "required")
    assert wrong["measured"] == "甲知[2026]2号"


@pytest.mark.usefixtures("papers")
def test_sarif(ipplan):
    """One result for what is wrong, whose rule is where the index says."""
    code, out, _ = ipplan("inspect", "bad.docx", "good.docx", "-f", "sarif")
    (run,) = json.loads(out)["runs"]
    (result,) = run["results"]
    assert code == 1
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "gbt9704/number-form"
    assert result["level"] == "error"
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "bad.docx"


@pytest.mark.usefixtures("papers")
def test_unreadable_file_does_not_stop_the_others(ipplan):
    """A file that cannot be read is one line on standard error; the others are inspected."""
    code, out, err = ipplan("inspect", "none.docx", "good.docx")
    assert (code, err) == (3, "ipplan: none.docx：没有这个文件\n")
    assert "good.docx：不合 0" in out


def test_explain(ipplan):
    """The figures of a clause, each with its strength; a clause with parts gives all of them."""
    code, out, _ = ipplan("inspect", "--explain", "7.2.4")
    assert code == 0
    assert out.startswith("GB/T 9704—2012 §7.2.4 发文机关标志\n")
    assert re.search(r"  必须  masthead\.top +35 mm\n", out)
    assert "§7.2.7" in ipplan("inspect", "--explain", "7.2").out


@pytest.mark.usefixtures("papers")
def test_own_sheet(ipplan, folder):
    """An office's own figures are what is required, and what its clause is explained with."""
    (folder / "own.yaml").write_text("title.size: 26 pt\n", encoding="utf-8")
    code, out, _ = ipplan("inspect", "good.docx", "--styles", "own.yaml")
    assert code == 1
    assert out.splitlines()[3].split()[:5] == ["7.3.1", "不合", "标题字号", "26", "pt（一般）"]
    assert "title.size          26 pt" in ipplan("inspect", "--explain", "7.3.1", "--styles", "own.yaml").out


def test_usage(ipplan):
    """A clause that is none, and no file at all."""
    code, _, err = ipplan("inspect", "--explain", "7.9")
    assert (code, err.startswith("ipplan: 没有条款 7.9，可以写：4、5.1、")) == (2, True)
    assert ipplan("inspect") == (2, "", "ipplan: 缺少“公文…”，例如 ipplan inspect 通知.docx\n")


@pytest.mark.usefixtures("papers")
@pytest.mark.parametrize(
    ("script", "message"),
    [(None, "没有找到 LibreOffice（soffice），装好它，或用环境变量 IPPLAN_SOFFICE 指明"),
     ("echo crash; exit 77", "LibreOffice 出错，退出码 77：crash"),
     ("exit 0", "LibreOffice 没有做出 good.docx 的 PDF：它什么也没说")],
)  # fmt: skip
def test_pages_that_cannot_be_laid_out(ipplan, folder, monkeypatch, script, message):
    """LibreOffice missing or failing is “could not run”, not a failed check."""
    program = folder / "office"
    if script is not None:
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("IPPLAN_SOFFICE", str(program))
    assert ipplan("inspect", "good.docx", "--pages") == (3, "", f"ipplan: good.docx：{message}\n")


@pytest.mark.usefixtures("papers")
def test_pages_without_a_reader(ipplan, monkeypatch):
    """Without the library that reads pages the message says how to install it."""
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    monkeypatch.delitem(sys.modules, "ipplan.inspection.pages.pdf", raising=False)
    code, _, err = ipplan("inspect", "good.docx", "--pages")
    assert (code, err) == (3, "ipplan: --pages 要用 pdfplumber，运行 pip install 'ipplan[inspect]' 装上\n")
