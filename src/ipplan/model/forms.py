"""Blank forms (空白表): tables and registration forms that units fill in and send back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from ipplan.model.duty import Strict
from ipplan.model.fields import Count, Flag, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_BESIDE = 4
"""Blanks that stand beside each other in a registration form and still have room to be written in."""
_MOST_LINES, _MOST_WIDE = 20, 40
"""Lines of handwriting, and handwritten characters side by side, that a page has room for."""
NUMBER_TITLE = "序号"


def _wrong(message: str, **details: object) -> PydanticCustomError:
    return PydanticCustomError("bad_form", message, details)


class FormField(Strict):
    """Something to be filled in. A plain string is the short form."""

    title: Text = Field(title="栏名", description="填什么，照纸面写，不写冒号。", examples=["参加人数"])
    kind: Literal["文字", "日期", "整数", "数", "选项"] | None = Field(
        None,
        title="填什么",
        description="文字、日期、整数、数或者选项。不写时，有选项的是选项，有计量单位的是数，栏名以“日期”结尾的是日期，"
        "其余是文字。",
        examples=["整数"],
    )
    unit: Text | None = Field(None, title="计量单位", description="印在栏名后的括号里。", examples=["人"])
    choices: list[Text] = Field(
        default_factory=list, title="选项", description="只能选其中一项。", examples=[["企业", "高校", "其他"]]
    )
    width: Count = Field(0, title="宽", description="一行能手写几个字，不写按填的内容定。", examples=[10])

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"title": value} if isinstance(value, str) or value is None else value

    @field_validator("width")
    @classmethod
    def _fits_across(cls, width: int) -> int:
        if width > _MOST_WIDE:
            raise _wrong("一行写{width}个字，一页放不下；最多 {most}", width=width, most=_MOST_WIDE)
        return width

    @model_validator(mode="after")
    def _kind_agrees(self) -> FormField:
        if self.choices and self.kind not in {None, "选项"}:
            raise _wrong("“{title}”写了选项，kind 就不能是“{kind}”；删掉 kind", title=self.title, kind=self.kind)
        if self.kind == "选项" and not self.choices:
            raise _wrong("“{title}”要填选项，还没有写有哪几项；加上 choices: [甲, 乙]", title=self.title)
        if self.unit is not None and self.filled_with not in {"整数", "数"}:
            raise _wrong(
                "“{title}”有计量单位“{unit}”，填的应当是数，不是{kind}",
                title=self.title, unit=self.unit, kind=self.filled_with,
            )  # fmt: skip
        return self

    @property
    def filled_with(self) -> str:
        """The kind, told by choices, unit and title where it is not said."""
        if self.kind is not None:
            return self.kind
        if self.choices:
            return "选项"
        if self.unit is not None:
            return "数"
        return "日期" if self.title.endswith("日期") else "文字"


class GridField(FormField):
    """A cell of a registration form with its label, or a label beside rows of its own."""

    lines: Count = Field(1, title="行高", description="这一格留几行的高度。", examples=[4])
    sign: Text | None = Field(
        None,
        title="签章",
        description="印在格子右下角的字，下面一行是“年　月　日”。",
        examples=["（盖章）"],
    )
    grid: list[list[GridField]] = Field(
        default_factory=list,
        title="分行",
        description="栏名右边再分几行几格，栏名向下合并。",
        examples=[[["姓名", "电话"], ["邮箱"]]],
    )
    columns: list[FormField] = Field(
        default_factory=list,
        title="小表",
        description="栏名右边是一张小表，这里是它的各栏。",
        examples=[["起止年月", "单位及职务"]],
    )
    rows: Count = Field(3, title="小表行数", description="小表留几行空白。", examples=[4])

    @property
    def has_rows(self) -> bool:
        """Whether it stands beside rows of its own."""
        return bool(self.grid or self.columns)

    @field_validator("lines")
    @classmethod
    def _fits_a_page(cls, lines: int) -> int:
        if lines > _MOST_LINES:
            raise _wrong("留{lines}行，一页放不下；最多 {most}", lines=lines, most=_MOST_LINES)
        return lines

    @model_validator(mode="after")
    def _one_use(self) -> GridField:
        if self.grid and self.columns:
            raise _wrong("“{title}”不能又有 grid 又有 columns；留一样", title=self.title)
        own = sorted(self.model_fields_set & {"kind", "unit", "choices", "width", "lines", "sign"})
        if self.has_rows and own:
            raise _wrong("“{title}”右边另有各格，它自己不填，不能写 {keys}", title=self.title, keys="、".join(own))
        if "rows" in self.model_fields_set and not self.columns:
            raise _wrong("“{title}”没有 columns，不能写 rows；要留高，写 lines", title=self.title)
        if any(field.has_rows for row in self.grid for field in row):
            raise _wrong("“{title}”里的格子不能再分；最多分一层", title=self.title)
        _check_rows(self.grid)
        _check_titles(self.columns)
        return self


class Form(Strict):
    """A blank form that units fill in and send back."""

    class _Form(Strict):
        columns: list[FormField] = Field(
            default_factory=list,
            title="栏目",
            description="表头的各栏，从左到右，不写序号栏。",
            examples=[["活动名称", {"title": "参加人数", "unit": "人"}, "备注"]],
        )
        grid: list[list[GridField]] = Field(
            default_factory=list,
            title="登记表",
            description="一行一个列表，每格是栏名和填的地方。写了它，就不写 columns。",
            examples=[[["姓名", "性别"], ["工作单位"], [{"title": "单位意见", "lines": 4, "sign": "（盖章）"}]]],
        )
        unit: Text | None = Field(
            None, title="单位", description="表右上方的“单位：”，各栏都用它时写。", examples=["件、万元"]
        )
        numbered: Flag = Field(True, title="序号栏", description="最前面是否加序号一栏。", examples=[False])
        rows: Count = Field(5, title="空行数", description="留几行空白，不写是 5 行。", examples=[8])
        fill_in: list[FormField] = Field(
            default_factory=list,
            title="填报项",
            description="表上方要填的各项，不写冒号。",
            examples=[["填报单位（盖章）", "填报日期"]],
        )
        sign: list[FormField] = Field(
            default_factory=list,
            title="签字行",
            description="表下方要填的各项，不写冒号。",
            examples=[["填表人", "审核人", "联系电话", "填表日期"]],
        )
        notes: list[Text] = Field(
            default_factory=list,
            title="填表说明",
            description="表下方的说明，不写序号。",
            examples=[["“参加人数”填实际到场人数。"]],
        )

        @model_validator(mode="after")
        def _one_table(self) -> Form._Form:
            if bool(self.columns) == bool(self.grid):
                raise _wrong("空白表要有 columns（一栏一栏的表）或者 grid（登记表），只写一样")
            own = sorted(self.model_fields_set & {"rows", "numbered"})
            if self.grid and own:
                raise _wrong("登记表（grid）没有空行和序号栏，不能写 {keys}", keys="、".join(own))
            if self.numbered and any(field.title == NUMBER_TITLE for field in self.columns):
                raise _wrong("“序号”一栏程序会加，columns 里不写；自己要放的，加上 numbered: false")
            return self

        @field_validator("columns", "fill_in", "sign")
        @classmethod
        def _titles_differ(cls, fields: list[FormField]) -> list[FormField]:
            _check_titles(fields)
            return fields

        @field_validator("grid")
        @classmethod
        def _rows_have_room(cls, grid: list[list[GridField]]) -> list[list[GridField]]:
            _check_rows(grid)
            return grid

    form: _Form = Field(
        title="空白表",
        description="发下去填报的表。",
        examples=[{"columns": ["活动名称", "参加人数"], "rows": 8}],
    )


def _check_rows(grid: Sequence[Sequence[GridField]]) -> None:
    """What stands in the rows of a registration form has room, and each answer has a name of its own."""
    for row in grid:
        if not row:
            raise _wrong("登记表有一行是空的；写上要填的，或者删掉这一行")
        if len(row) > _MOST_BESIDE:
            raise _wrong("登记表一行写了{count}格，最多{most}格，多的写到下一行", count=len(row), most=_MOST_BESIDE)
        if len(row) > 1 and (wide := next((one for one in row if one.has_rows), None)) is not None:
            raise _wrong("“{title}”右边另有各格，要单独占一行", title=wide.title)
    _check_titles([field for row in grid for field in row])


def _check_titles(fields: Iterable[FormField]) -> None:
    """A program that reads what was sent back tells answers by their titles."""
    seen: set[str] = set()
    for field in fields:
        if field.title in seen:
            raise _wrong("“{title}”写了两次；换一个栏名，填回来才分得清", title=field.title)
        seen.add(field.title)
