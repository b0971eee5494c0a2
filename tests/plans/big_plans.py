"""Two plans that are too long to be kept as files: many tasks, and many characters. Each is the text of a plan file."""

from __future__ import annotations

from itertools import count, cycle, islice
from textwrap import dedent
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from ipplan.terms.numerals import format_numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

OFFICES = (
    "市发展改革委",
    "市教育局",
    "市科技局",
    "市工业和信息化局",
    "市民政局",
    "市财政局",
    "市生态环境局",
    "市水利局",
)
WORKS = ("完善工作机制", "建设服务平台", "开展专项检查", "组织业务培训", "发布典型案例", "修订管理办法", "改造老旧设施")
SENTENCES = (
    "坚持问题导向，聚焦群众反映强烈的突出问题，分类制定措施，逐项明确责任。",
    "各县（市、区）要结合实际细化方案，把任务落实到岗位、到人员、到时间节点。",
    "加强部门协同，健全信息共享、线索移送、联合处置的工作机制。",
    "强化科技支撑，推广使用在线监测、无人机巡查等手段，提高发现问题的能力。",
    "加大财政投入，统筹使用各级资金，鼓励社会资本参与建设和运营。",
    "加强宣传引导，及时总结推广基层的好做法，营造全社会共同参与的氛围。",
)
PROJECTS = (
    "1.综合交通枢纽工程。建设客货运枢纽六处，打通断头路三十五条。",
    "2.供水保障工程。新建水厂两座，改造老旧管网四百公里。",
    "3.学校标准化工程。新建改扩建中小学二十所，新增学位两万个。",
    "4.医疗能力提升工程。建设县域医疗中心五个，实现乡镇全覆盖。",
)
PARAGRAPH = 160
"""Characters of one paragraph of the long plan, about."""
CHAPTERS = ("规划背景", "总体要求", "空间布局", "基础设施", "公共服务", "产业发展", "生态保护", "安全保障", "组织实施")
SECTIONS = ("现状基础", "主要目标", "重点任务", "保障措施")
POINTS = ("完善体制机制", "优化资源配置", "提升治理能力", "强化监督评价")


def many_tasks(wanted: int) -> str:
    """A plan with that many tasks in its text, ten to a section, and all of them again in a table with its targets."""
    lines = ["version: 2", "plan:", "  title: 海澄市重点工作任务分解方案", "  runs_on: （一）"]
    lines += ["  print: {owners: labels}", "  body:"]
    for number in range(wanted):
        if number % 10 == 0:
            lines += [f"    - section: 第{number // 10 + 1}类任务", "      body:"]
        lines += _task_in_text(number)
    lines += ["    - section: 任务分解表", "      numbering: none", "      body:", "        - tasks:"]
    lines += [line for number in range(wanted) for line in _task_in_table(number)]
    return "\n".join(lines) + "\n"


def in_six_files(wanted: int) -> dict[str, str]:
    """The same plan written by several hands: the plan file, and the files whose blocks it includes."""
    head, body = many_tasks(wanted).split("  body:\n", 1)
    *sections, table = [f"    - section: {one}" for one in body.split("    - section: ")[1:]]
    share = -(-len(sections) // 5)
    parts = ["".join(sections[start : start + share]) for start in range(0, len(sections), share)] + [table]
    files = {f"分册/{number}.yaml": dedent(part) for number, part in enumerate(parts, 1)}
    return {"plan.yaml": head + "  body:\n" + "".join(f"    - include: {name}\n" for name in files), **files}


def _office(number: int) -> str:
    return OFFICES[number % len(OFFICES)]


def _task_in_text(number: int) -> list[str]:
    """A task whose text quotes the target that the table shows too."""
    return [
        f"        - task: {WORKS[number % len(WORKS)]}",
        f"          text: {SENTENCES[number % len(SENTENCES)]}全年完成{{{{ 第{number + 1}项 }}}}。",
        f"          lead: {_office(number)}",
        f"          supporting: {_office(number + 1)}、{_office(number + 3)}",
    ]


def _task_in_table(number: int) -> list[str]:
    return [
        f"            - task: {WORKS[number % len(WORKS)]}（{number + 1}）",
        f"              responsible: {_office(number)}",
        f"              due: 2026年{number % 12 + 1}月底前",
        "              targets:",
        f"                第{number + 1}项: {number % 9 + 2}项",
        f"                第{number + 1}项培训: {{text: 不少于{number % 5 + 1}期, due: 每半年}}",
    ]


def long_plan(characters: int) -> str:
    """A plan with chapters, sections, boxes, tables and a contents list, of about that many characters of text."""
    lines = ["version: 2", "plan:", "  title: 海澄市城乡融合发展规划", "  numbering: 第一章"]
    lines += ["  print: {contents: true}", "  body:"]
    numbers, shares = count(1), _shares(characters // PARAGRAPH, len(CHAPTERS) * len(SECTIONS) * len(POINTS))
    for chapter, name in enumerate(CHAPTERS):
        lines += [f"    - section: {name}", "      body:"]
        for heading in SECTIONS:
            lines += [f"        - section: {name}的{heading}", "          body:"]
            lines += [line for words in POINTS for line in _point(words, next(shares), numbers)]
        lines += _box(name)
        lines += _table(name) if chapter % 2 else []
    return "\n".join(lines) + "\n"


def _shares(whole: int, parts: int) -> Iterator[int]:
    """A number in that many parts, at least one each, as equal as can be."""
    return (max(1, whole * (part + 1) // parts - whole * part // parts) for part in range(parts))


def _point(words: str, paragraphs: int, numbers: Iterator[int]) -> list[str]:
    """A heading with paragraphs of five sentences, of which the last is no other paragraph's."""
    sentences = cycle(SENTENCES)
    texts = ("".join(islice(sentences, 4)) + _last_sentence(next(numbers)) for _ in range(paragraphs))
    return [f"            - section: {words}", "              body:", *(f"                - {text}" for text in texts)]


def _last_sentence(number: int) -> str:
    return f"以上列为规划的第{format_numeral(number)}项安排。"


def _box(name: str) -> list[str]:
    return [f"        - box: {name}重点工程", "          body:", *(f"            - {text}" for text in PROJECTS)]


def _table(name: str) -> list[str]:
    """A table long enough to run over a page."""
    rows = (f"            - [{_office(number)}, {number + 3}, {number * 7 % 11}]" for number in range(40))
    head = [f"        - title: {name}任务分配表", "          unit: 项", "          total: last"]
    return [*head, "          columns: [单位, 新建, 改造]", "          table:", *rows]


def characters_of(plan: str) -> Iterator[str]:
    """The characters of a plan's text, as word processors count them: Chinese ones with their punctuation."""
    return (char for char in plan if east_asian_width(char) in "WF")
