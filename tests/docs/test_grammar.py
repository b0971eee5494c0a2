"""The appendix of the reference is exact: its structure, productions, word lists and examples are the program's."""

import importlib
import re
from functools import cache
from pathlib import Path
from random import Random

import pytest

from docs.ebnf import Grammar
from docs.structure import FIELDS, structure
from ipplan.model.references import find_references
from ipplan.terms import schedule_types
from ipplan.terms.folding import fold
from ipplan.terms.labels import parse_label
from ipplan.terms.numerals import format_numeral
from ipplan.terms.owners import split_units
from ipplan.terms.quantity import parse_quantity
from ipplan.terms.quantity_words import CHANGES
from ipplan.terms.schedule import parse_schedule
from ipplan.terms.schedule_lists import spread_numbers
from terms.corpus_file import cases

PAGE = (Path(__file__).parents[2] / "docs" / "plan-format.md").read_text("utf-8")
APPENDIX = PAGE[PAGE.index("## 附录：语法") :]
LISTS = re.findall(r"^\| 〈(\w+)〉 \| `([\w.]+)(?::([^`]+))?` \| (.*) \|$", APPENDIX, re.MULTILINE)
"""Each word list: its name, its place, which of the words there, and the words."""


def words_at(place, choice):
    """The words of a table of the program, perhaps only those whose value fits."""
    module, name = place.split(".")
    value = getattr(importlib.import_module(f"ipplan.terms.{module}"), name)
    pairs = (
        value.items() if hasattr(value, "items") else (one if isinstance(one, tuple) else (one, one) for one in value)
    )
    return {word for word, *_, about in pairs if word and re.search(choice, str(getattr(about, "value", about)))}


@cache
def grammar(name):
    text = re.search(rf"^```ebnf {name}\n(.*?)^```$", APPENDIX, re.MULTILINE | re.DOTALL)[1]
    return Grammar(text, {listed: words.split() for listed, _, _, words in LISTS})


GRAMMARS = re.findall(r"^```ebnf (\w+)$", APPENDIX, re.MULTILINE)


def section(number):
    return APPENDIX[APPENDIX.index(f"### {number}. ") :].split("\n### ")[0]


def examples(text):
    """Each example of a table of examples, with what stands in the columns before."""
    for row in re.findall(r"^\| (.*) \|$", text, re.MULTILINE):
        *before, last = row.split(" | ")
        if last.startswith("`"):
            yield from ((before, words) for words in re.findall("`([^`]+)`", last))


def counter_examples(number):
    return re.findall("`([^`]+)`", re.search("^不合产生式的例子：(.*)$", section(number), re.MULTILINE)[1])


def folded_schedule(words):
    """What the page says is done before the productions."""
    text = re.sub(r"\s+", "", fold(words)).replace("月份", "月")
    text = re.sub("[。；;]$", "", re.sub("。$", "", text))
    inside = re.fullmatch(r"[（(]([^（()）]+)[）)]", text)
    return spread_numbers(inside[1] if inside else text)


def folded_quantity(words):
    return re.sub(r"\s+", "", fold(words))


def test_structure():
    """The mappings with their keys are those of the models."""
    assert f"```structure\n{structure()}```" in APPENDIX


def test_types():
    """Each kind of value is explained."""
    kinds = {*FIELDS.values()}
    assert kinds <= set(re.findall(r"^\| `(\w+)` \| ", section(2), re.MULTILINE))


@pytest.mark.parametrize(("name", "place", "choice", "words"), LISTS, ids=[row[0] for row in LISTS])
def test_word_lists(name, place, choice, words):
    """Each word list has exactly the words of the program."""
    assert set(words.split()) == words_at(place, choice), name


@pytest.mark.parametrize("name", GRAMMARS)
def test_productions_are_closed(name):
    """Every name has a production, every list its words, and nothing stands there that is not used."""
    one = grammar(name)
    assert one.names <= set(one.rules)
    assert set(one.rules) - one.names == {name}
    assert one.used_lists <= set(one.lists)


def test_no_list_is_idle():
    """Each word list is named by a production or by one of the restrictions."""
    text = APPENDIX.split("### 8. ")[0]
    assert {name for name, *_ in LISTS} <= set(re.findall("〈(\\w+)〉", text))


def test_changes():
    """What a change is measured against, and its verbs, make up all words for changes."""
    lists = {name: words.split() for name, _, _, words in LISTS}
    verbs = [*lists["增"], *lists["减"]]
    assert {basis + verb for basis in ("", *lists["基准"]) for verb in verbs} == set(CHANGES)


def understood(name):
    parse = parse_schedule if name == "schedule" else parse_quantity
    return [words for words in cases(f"{name}.tsv") if parse(words).meaning is not None]


@pytest.mark.parametrize("words", understood("schedule"))
def test_schedules_of_the_corpus(words):
    """Whatever the program understands can be derived."""
    assert grammar("时限").derives("时限", folded_schedule(words))


@pytest.mark.parametrize("words", understood("quantity"))
def test_quantities_of_the_corpus(words):
    """Whatever the program understands can be derived."""
    assert grammar("数量").derives("数量", folded_quantity(words))


@pytest.mark.parametrize(("before", "words"), list(examples(section(6))))
def test_examples_of_schedules(before, words):
    """Each example has the meaning that the table says, and can be derived."""
    assert isinstance(parse_schedule(words).meaning, getattr(schedule_types, before[1].strip("`")))
    assert grammar("时限").derives("时限", folded_schedule(words))


@pytest.mark.parametrize(("before", "words"), list(examples(section(7))))
def test_examples_of_quantities(before, words):
    """Each example is understood, and can be derived."""
    assert parse_quantity(words).meaning is not None, before
    assert grammar("数量").derives("数量", folded_quantity(words))


@pytest.mark.parametrize("words", counter_examples(6))
def test_no_schedules(words):
    """What the page calls no schedule is none."""
    assert parse_schedule(words).meaning is None


@pytest.mark.parametrize("words", counter_examples(7))
def test_no_quantities(words):
    """What the page calls no quantity is none."""
    assert parse_quantity(words).meaning is None


@pytest.mark.parametrize(
    ("words", "code"), [("6月前", "before-period"), ("6月底或7月上旬", "alternatives"), ("年初", "vague")]
)
def test_ambiguities(words, code):
    """The kinds of ambiguity are named with an example each."""
    assert f"`{code}`（`{words}`）" in APPENDIX
    assert code in {one.value for one in parse_schedule(words).ambiguities}
    assert len(schedule_types.Ambiguity) == 3


# Made up at random

POOL = (
    *map(str, range(1, 29)), "2026", "2030", "二〇二六", *"一二三四五六七八九", "十", "十二", "二十五", "5,500", "3.5",
    *"今本当明次翌", "本年", "明年", "次年", "2026年", "2020年底", "2020年的", "一季度", "二季度", "上旬", "下旬",
    "17时", "9点整", "17:30", "2026-4-20", "2026.4.20", "2026/4/20", "天", "“十五五”", "“十四五”末", "“十三五”期间",
    "收到通知", "验收合格", "初稿", "甲", "活动", "a", "①", "⑴", "㈠",
)  # fmt: skip


def from_pool(pattern, random):
    """Something that fits a pattern."""
    fitting = [words for words in POOL if re.fullmatch(pattern, words)]
    if not fitting:
        raise ValueError(f"nothing in the pool fits {pattern}")
    return random.choice(fitting)


@pytest.mark.parametrize(
    ("name", "rule", "around"),
    [
        ("时限", "日期", "{}"),
        ("时限", "某时", "{}"),
        ("时限", "期限", "{}"),
        ("时限", "长期", "{}"),
        ("时限", "立即", "{}"),
        ("数量", "短语", "{}"),
        ("数量", "变化", "{}12%"),
        ("数量", "每", "{}12件"),
        ("数量", "基", "{}增长12%"),
        ("数量", "单位", "12{}"),
        ("数量", "数字", "{}件"),
    ],
)
def test_sentences_made_up(name, rule, around):
    """What productions without further restrictions make up, the program understands."""
    one, random = grammar(name), Random(rule)
    parse = parse_schedule if name == "时限" else parse_quantity
    made = {around.format(one.sentence(rule, random, from_pool)) for _ in range(400)}
    assert [words for words in sorted(made) if parse(words).meaning is None and not EXCEPTED.search(words)] == []


EXCEPTED = re.compile("[一二三四五六七八九十]月[之以]?内$|今之日|年[底末度]?的增")
"""What the page excepts: in March or in three months, a vague event, a base without times."""


@pytest.mark.parametrize("number", [*range(1, 60), 99, 100, 101, 215, 999])
@pytest.mark.parametrize("form", ["{}、", "（{}）", "第{}章", "第{}节"])
def test_labels_in_characters(number, form):
    """A label in characters is derived up to a hundred, and is one in any case."""
    words = form.format(format_numeral(number))
    assert parse_label(words).number == number
    assert grammar("序号").derives("序号", words) is (number < 100 or number % 100 == 0)


@pytest.mark.parametrize(
    "words", ["1.", "12．", "3、", "（1）", "(一)", "①", "㊿", "⒛", "⑴", "㈩", "一", "第1章", "a.", "0."]
)
def test_labels(words):
    """The production derives the labels that are understood, and no others."""
    try:
        known = parse_label(words) is not None
    except ValueError:
        known = False
    assert grammar("序号").derives("序号", words) is known


@pytest.mark.parametrize("words", ["{{ due }}", "{{名字}}", "{{ }", "{ {due} }", "{{ a{b }}"])
def test_references(words):
    """The production derives what is found as a reference."""
    found = [one for one in find_references(words) if (one.start, one.end) == (0, len(words))]
    assert grammar("引用").derives("引用", words) is bool(found)


@pytest.mark.parametrize(
    "words",
    ["市科技局", "市科技局、各县（市、区）政府等", "宣传部等11家单位", "甲局，乙局；丙局。", "甲局等有关部门"],
)
def test_unit_lists(words):
    """The production derives lists of units."""
    assert split_units(words).names
    assert grammar("单位").derives("单位", words)
