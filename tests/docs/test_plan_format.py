"""The reference of the plan file is executed: what it shows is valid, prints as it says, and no key is missing."""

import io
import re
import zipfile
from pathlib import Path
from typing import NamedTuple, get_args, get_type_hints

import pytest
import yaml
from jinja2 import Environment, meta
from pydantic import BaseModel, TypeAdapter

from ipplan.compiler import Compiler
from ipplan.compose.wording import Wording
from ipplan.loader.includes import INCLUDE, MAX_FILES
from ipplan.model.allocations import AllocationTable, Area
from ipplan.model.blocks import Box, Item, Note, Phase, Section, Task
from ipplan.model.blocks import Labelled as PlanPart
from ipplan.model.blocks import Paragraph as PlanParagraph
from ipplan.model.breakdowns import Breakdown
from ipplan.model.duty import Base, Duty, Target
from ipplan.model.forms import Form, FormField, GridField
from ipplan.model.persons import Attendance, Contact, Signer
from ipplan.model.plan import Forwarded, Notice, Paper, Plan, PlanFile
from ipplan.model.printing import Print
from ipplan.model.project import Checking, Exceptions, Group, Office, Project, Unit
from ipplan.model.tables import (
    COLUMN_TITLES,
    Column,
    Indicator,
    IndicatorTable,
    PlainTable,
    TableTask,
    TaskTable,
)  # fmt: skip
from ipplan.pipeline import check, check_project
from ipplan.resources import named_sheets, templates_folder
from ipplan.source import MAX_BYTES
from ipplan.stylesheet import load_stylesheet
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.quantity_types import Growth
from ipplan.terms.schedule import parse_schedule
from ipplan.terms.schedule_types import (
    Aimed,
    By,
    Either,
    Immediate,
    Labelled,
    Meaning,
    NamedPeriod,
    On,
    Recurring,
    Several,
    Standing,
    Window,
    Within,
)  # fmt: skip
from ipplan.yamltree.tree import MAX_DEPTH, MAX_NODES, MAX_REPORTED, MAX_SCALAR

PAGE = (Path(__file__).parents[2] / "docs" / "plan-format.md").read_text("utf-8")


class Fence(NamedTuple):
    """A fenced block: its info string, its line in the page, its text, and the paper shown right after it."""

    info: str
    line: int
    text: str
    paper: str = ""


def read_fences():
    found = []
    for match in re.finditer(r"^```([^\n]*)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL):
        fence = Fence(match[1], PAGE.count("\n", 0, match.start()) + 1, match[2])
        if fence.info == "text paper":
            at = max(
                index for index, earlier in enumerate(found) if earlier.info.startswith(("yaml plan", "yaml fragment"))
            )
            found[at] = found[at]._replace(paper=fence.text)
        else:
            found.append(fence)
    return found


FENCES = read_fences()


def fences(kind):
    chosen = [fence for fence in FENCES if fence.info.split(":")[0] == kind]
    assert chosen
    return [pytest.param(fence, id=f"line-{fence.line}") for fence in chosen]


def tables():
    """Every table of the page: the heading above it, the names of its columns, and its rows."""
    heading, rows = "", []
    for line in [*PAGE.split("\n"), ""]:
        if line.startswith("|"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
        elif rows:
            yield heading, rows[0], rows[2:]
            rows = []
        if line.startswith("#"):
            heading = line.lstrip("# ")


def rows_of(*columns):
    return [row for _, names, rows in tables() if tuple(names[: len(columns)]) == columns for row in rows]


def code_spans(cell):
    return re.findall(r"`([^`]+)`", cell)


# What examples are checked with

PROJECT = next(fence.text for fence in FENCES if fence.info == "yaml project")
DEFAULTS = {
    "notice": {"number": "number: 1", "date": "date: 2026年2月6日", "to": "to: 各县（市、区）知识产权局"},
    "plan": {"title": "title: 工作计划", "body": "body:\n  - 一段文字。"},
}


def indented(text):
    return "".join(f"  {line}\n" if line else "\n" for line in text.rstrip("\n").split("\n"))


def completed(where, fragment=""):
    """A mapping of the minimal plan, with what a fragment gives in place of its own."""
    given = re.findall(r"^(\w+):", fragment, re.MULTILINE)
    kept = [line for key, line in DEFAULTS[where].items() if key not in given]
    return f"{where}:\n" + indented("\n".join([*kept, fragment]))


def plan_around(where, fragment):
    if where == "body":
        where, fragment = "plan", "body:\n" + indented(fragment)
    parts = {name: completed(name, fragment if name == where else "") for name in DEFAULTS}
    return "version: 2\n" + "".join(parts.values())


def checked(tmp_path, plan, project=PROJECT):
    (tmp_path / "ipplan.yaml").write_text(project, "utf-8")
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    for fence in FENCES:
        if fence.info.startswith("yaml part "):
            (tmp_path / fence.info.removeprefix("yaml part ")).write_text(fence.text, "utf-8")
    return check(tmp_path / "plan.yaml")


def printed(found, *, draft=False):
    """All text of the document, headers and footers too, without any white space."""
    package = zipfile.ZipFile(io.BytesIO(Compiler().docx(found, draft=draft)))
    parts = [
        package.read(name).decode() for name in package.namelist() if re.match(r"word/(document|header|footer)", name)
    ]
    texts = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", "".join(parts))
    return re.sub(r"\s", "", "".join(texts).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"))


def assert_prints(text, shown):
    for line in shown.splitlines():
        for words in line.split("｜"):
            assert re.sub(r"\s", "", words) in text


@pytest.mark.parametrize("fence", fences("yaml plan"))
def test_complete_plans(tmp_path, fence):
    """A complete example has no findings and renders."""
    found = checked(tmp_path, fence.text)
    assert found.report.diagnostics == ()
    assert_prints(printed(found), fence.paper)


@pytest.mark.parametrize("fence", fences("yaml fragment"))
def test_fragments(tmp_path, fence):
    """A fragment put into a minimal plan has no findings and prints what the page says."""
    where, _, mode = fence.info.removeprefix("yaml fragment:").partition(" ")
    found = checked(tmp_path, plan_around(where, fence.text))
    allowed = {"IP601"} if mode == "draft" else set()
    assert {finding.code for finding in found.report.diagnostics} == allowed
    assert_prints(printed(found, draft=mode == "draft"), fence.paper)


@pytest.mark.parametrize("fence", fences("yaml project"))
def test_projects(tmp_path, fence):
    """A project file has no findings, by itself."""
    path = tmp_path / "ipplan.yaml"
    path.write_text(fence.text, "utf-8")
    assert check_project(path).report.diagnostics == ()


@pytest.mark.parametrize("fence", fences("yaml wrong"))
def test_wrong_examples_are_found(tmp_path, fence):
    """What the page calls a mistake is reported as one."""
    where, _, message = fence.info.removeprefix("yaml wrong:").partition(" ")
    found = checked(tmp_path, plan_around(where, fence.text))
    assert any(message in finding.message for finding in found.report.diagnostics)


def test_first_chapter_is_the_starter():
    """The first example says what `ipplan new` writes, so that a reader finds it on the own disk."""
    for info, name in (("yaml plan", "plan.yaml"), ("yaml project", "ipplan.yaml")):
        shown = next(fence.text for fence in FENCES if fence.info == info)
        starter = (templates_folder() / "new" / name).read_text("utf-8")
        assert yaml.load(shown, yaml.BaseLoader) == yaml.load(starter, yaml.BaseLoader)


def test_first_chapter_prints_what_it_says(tmp_path):
    """Each phrase of the table “每一行印成什么” stands in the document."""
    text = printed(checked(tmp_path, next(fence.text for fence in FENCES if fence.info == "yaml plan")))
    for _, paper in rows_of("文件里写", "纸面上印"):
        for words in code_spans(paper):
            if words != "due:":
                assert words in text


def test_the_misspelt_key_of_the_first_chapter(tmp_path):
    """The message that chapter 5 of part one quotes is the one that is printed."""
    plan = next(fence.text for fence in FENCES if fence.info == "yaml plan").replace("due: 10", "deu: 10")
    (finding,) = checked(tmp_path, plan).report.diagnostics
    assert f"```text\n{finding.message}\n{finding.hint}\n```" in PAGE


# Every key has its entry

PREFIXES = {
    Signer: "signed_by.", Attendance: "attendance.",
    PlanFile: "", Notice: "notice.", Forwarded: "forwards.", Plan: "plan.", Contact: "contact.", Print: "print.",
    PlanParagraph: "", Section: "", Task: "", Item: "", Phase: "", PlanPart: "", Box: "", Note: "",
    Target: "targets.", Base: "base.", TableTask: "tasks.", TaskTable: "", Column: "columns.",
    IndicatorTable: "", Indicator: "indicators.", AllocationTable: "", Area: "allocation.", Breakdown: "",
    PlainTable: "", Form: "",
    Form.model_fields["form"].annotation: "form.", FormField: "form.columns.", GridField: "form.grid.",
    Project: "", Office: "office.", Unit: "units.", Group: "groups.", Checking: "checks.", Exceptions: "checks.paths.",
}  # fmt: skip
EVERYWHERE = {*Duty.model_fields, "targets"}
ENTRIES = rows_of("键", "名称", "作用", "不写时", "例子")


def keys():
    for model, prefix in PREFIXES.items():
        for key, field in model.model_fields.items():
            taken_over = {Forwarded: Paper, GridField: FormField}.get(model)
            if taken_over is None or key not in taken_over.model_fields:
                yield model, key, field, key if key in EVERYWHERE and issubclass(model, Duty) else prefix + key


KEYS = [pytest.param(*values, id=f"{values[0].__name__}-{values[1]}") for values in keys()]


def entries(name, title):
    return [row for row in ENTRIES if row[0] == f"`{name}`" and row[1] == title]


@pytest.mark.parametrize(("model", "key", "field", "name"), KEYS)
def test_every_key_has_an_entry(model, key, field, name):
    """Each key stands in a table with the title it has in the schema, what it does, its default, and examples."""
    found = entries(name, field.title)
    assert found, f"{model.__name__}.{key}: no entry | `{name}` | {field.title} |"
    required = field.is_required()
    for row in found:
        assert all(row)
        assert len(row) == 5
        if len(found) == 1:
            assert required is row[3].startswith("必须写")


@pytest.mark.parametrize(("model", "key", "field", "name"), KEYS)
def test_examples_of_entries_are_accepted(model, key, field, name):
    """Each example in the table is a value that the key may have."""
    adapter = TypeAdapter(get_type_hints(model, include_extras=True)[key])
    for row in entries(name, field.title):
        spans = code_spans(row[4])
        assert spans
        for span in spans:
            adapter.validate_python(yaml.load(span, yaml.BaseLoader))


def test_no_entry_for_a_key_that_is_gone():
    """The page describes nothing that does not exist."""
    known = {(f"`{name}`", field.title) for _, _, field, name in keys()} | {(f"`{INCLUDE}`", "包含的文件")}
    assert {(row[0], row[1]) for row in ENTRIES} <= known


def test_every_model_is_covered():
    """A new model, reachable from the files, must be given an entry above."""
    seen, waiting = set(), [PlanFile, Project]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in seen:
            seen.add(kind)
            waiting += [field.annotation for field in kind.model_fields.values()]
        else:
            waiting += get_args(kind)
    assert {model.__name__ for model in seen} <= {model.__name__ for model in PREFIXES} | {"Paper"}


def test_defaults_are_those_of_the_models():
    """Where a default is a value, the page names it."""
    shown = {
        "sealed": "`true`", "listed": "`true`", "numbered": "`true`", "contents": "`false`", "first_leads": "`false`",
        "owners": "`none`", "one_row": "`false`",
        "owners_place": "`after_stop`", "run_in_stop": "`。`", "base_title": "`基期值`", "rows": "`5`",
        "self_name": "`我局`",
    }  # fmt: skip
    shown_of = {(GridField, "rows"): "`3`"}
    for model, key, field, name in keys():
        if key in shown:
            default = shown_of.get((model, key), shown[key])
            assert entries(name, field.title)[0][3] == default
            assert str(field.default).lower() == default.strip("`")


def test_column_titles():
    """The table of column titles is complete and in the order of the program."""
    shown = {title: code_spans(row[1])[0] for row in rows_of("栏名", "`shows`") for title in row[0].split("、")}
    assert shown == dict(COLUMN_TITLES)


# Terms

KINDS = {
    "某时": On, "期限": By, "起止": Window, "立即": Immediate, "几天内": Within, "时段": NamedPeriod, "长期": Standing,
    "周期": Recurring, "几个": Several, "带名": Labelled, "力争": Aimed, "或者": Either,
}  # fmt: skip


def section_rows(heading):
    return next(rows for title, _, rows in tables() if title == heading)


@pytest.mark.parametrize(
    ("words", "kind"), [(words, row[1]) for row in section_rows("看得懂的时限") for words in code_spans(row[0])]
)
def test_schedules_that_are_understood(words, kind):
    """Each schedule in the table has the meaning of its kind."""
    schedule = parse_schedule(words)
    assert schedule.problem is None
    assert isinstance(schedule.meaning, KINDS[kind])


@pytest.mark.parametrize("words", [w for row in section_rows("看不懂的时限") for w in code_spans(row[0])])
def test_schedules_that_are_not(words):
    """Each schedule in the second table is not understood."""
    assert parse_schedule(words).meaning is None


@pytest.mark.parametrize("words", [w for row in section_rows("有两种理解的时限") for w in code_spans(row[0])])
def test_schedules_that_are_ambiguous(words):
    """Each schedule in the third table has more than one reading, unless it is not even understood by itself."""
    schedule = parse_schedule(words)
    assert schedule.ambiguities


def test_kinds_of_schedules_are_complete():
    """The table shows every kind of meaning that there is."""
    assert set(KINDS.values()) == set(get_args(Meaning))
    assert {row[1] for row in section_rows("看得懂的时限")} == set(KINDS)


@pytest.mark.parametrize(
    "words",
    [
        words
        for heading in ("看不懂的时限", "有两种理解的时限")
        for row in section_rows(heading)
        for words in re.findall("“([^”]*)”", row[-1])
    ],
)
def test_schedules_recommended_instead(words):
    """What the page tells to write instead is understood, in one way only."""
    schedule = parse_schedule(words)
    assert schedule.meaning
    assert not schedule.ambiguities


AMOUNTS = {
    "正好这么多": "exact", "这么多或者更多": "at-least", "比这更多": "more-than", "这么多或者更少": "at-most",
    "比这更少": "less-than", "大约这么多": "about",
}  # fmt: skip
GROWTHS = {"和上年比": Growth.YEAR_ON_YEAR, "和上期比": Growth.PERIOD_ON_PERIOD, "每年的": Growth.ANNUAL_AVERAGE}


@pytest.mark.parametrize(
    ("words", "kind"), [(words, row[1]) for row in section_rows("看得懂的数量") for words in code_spans(row[0])]
)
def test_quantities_that_are_understood(words, kind):
    """Each quantity in the table is understood, and means what the table says."""
    quantity = parse_quantity(words)
    assert quantity.problem is None
    amount = quantity.meaning
    if kind in AMOUNTS:
        assert amount.comparator.value == AMOUNTS[kind]
        assert amount.growth is None
    growth = next((growth for said, growth in GROWTHS.items() if said in kind), Growth.PLAIN if "幅" in kind else None)
    assert amount.growth is growth
    assert amount.is_range is ("两个数" in kind)
    assert amount.total is ("总数" in kind)
    assert amount.aim is ("努力" in kind)
    assert amount.each is ("每家" in kind)
    assert amount.coverage is ("100%" in kind)
    assert (amount.per is not None) is ("每月" in kind)
    assert (amount.base is not None) is any(word in kind for word in ("和那时比", "从多少"))
    if "平均每份" in kind:
        assert "/" in amount.unit


@pytest.mark.parametrize("words", [w for row in section_rows("看不懂的数量") for w in code_spans(row[0])])
def test_quantities_that_are_not(words):
    """Each quantity in the second table is not understood."""
    assert parse_quantity(words).meaning is None
    assert parse_schedule(words).meaning is None


# Templates, sheets, limits

WORDING = rows_of("文件", "印在哪里", "可用的名字", "默认")


def test_wording_templates():
    """Every template is listed with exactly the names it may use and with its default words."""
    folder = templates_folder() / "wording"
    assert [code_spans(row[0])[0] for row in WORDING] == sorted(path.name for path in folder.iterdir())
    for row in WORDING:
        text = (folder / code_spans(row[0])[0]).read_text("utf-8")
        names = meta.find_undeclared_variables(Environment(autoescape=True).parse(text))
        assert set(code_spans(row[2])) == names
        if code_spans(row[3]):
            assert code_spans(row[3])[0] == text.strip()


@pytest.mark.parametrize("fence", fences("jinja wording"))
def test_own_wording(tmp_path, fence):
    """A template of an office renders with the names that the table gives."""
    name = fence.info.removeprefix("jinja wording:")
    (tmp_path / f"{name}.j2").write_text(fence.text, "utf-8")
    row = next(row for row in WORDING if row[0] == f"`{name}.j2`")
    words = Wording(tmp_path).phrase(name, **dict.fromkeys(code_spans(row[2]), "甲"))
    assert "甲" in words
    assert "{" not in words


@pytest.mark.parametrize("fence", fences("yaml styles"))
def test_own_sheet(tmp_path, fence):
    """An office's sheet is read, and each of its lines changes something."""
    path = tmp_path / "styles.yaml"
    path.write_text(fence.text, "utf-8")
    own, standard = load_stylesheet(path), load_stylesheet()
    assert set(own.differences(standard)) == set(yaml.safe_load(fence.text))


def test_groups_of_the_sheet():
    """Every group of figures in the sheet is explained."""
    shown = {words for row in rows_of("开头", "管什么") for words in code_spans(row[0])} | {"heading2", "heading3"}
    assert shown == {name.split(".")[0] for name in load_stylesheet().figures}


def test_named_sheets():
    """The sheets of ours are all told, and so are the fonts for characters that a font lacks."""
    assert {code_spans(row[0])[0] for row in rows_of("名字", "改什么")} == set(named_sheets())
    sheet = load_stylesheet()
    for name, font, spare in rows_of("版式里的名字", "原来的字体", "缺的字用"):
        assert (sheet.spare_font(font), sheet.text(code_spans(name)[0])) == (spare, spare)


def test_limits():
    """The figures of the chapter on limits are those of the program."""
    limits = dict(rows_of("限制", "数"))
    assert limits["一个文件的大小"] == f"{MAX_BYTES // 1024 // 1024} MB"
    assert limits["一份计划包含的文件"] == f"{MAX_FILES} 个"
    assert limits["嵌套的层数"] == f"{MAX_DEPTH} 层"
    assert limits["一个文件（连同它包含的文件）里值的个数"] == f"{MAX_NODES} 个"
    assert limits["一个文件里列出的错误"] == f"{MAX_REPORTED} 个"
    assert limits["一个值的字数"] == f"{MAX_SCALAR} 字"
    assert TypeAdapter(PlanFile).json_schema()["$defs"]["_Form"]["properties"]["rows"]["maximum"] == int(
        limits["空白表的空行数"].removesuffix(" 行")
    )


def test_contents_list_every_chapter():
    """The list at the top is the list of chapters."""
    chapters = re.findall(r"^## (\w+)[、：](.*)$", PAGE, re.MULTILINE)
    assert [tuple(row) for row in rows_of("章", "内容")] == chapters


def test_chapters_that_are_pointed_to():
    """What the page calls a chapter is one."""
    numbers = {row[0] for row in rows_of("章", "内容")}
    assert set(re.findall("见第([一二三四五六七八九十]+)章", PAGE)) <= numbers
