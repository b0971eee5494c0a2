"""The project file `ipplan.yaml`: what all plans of a repository share."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from pydantic import Field, model_validator

from ipplan.model.duty import Strict
from ipplan.model.fields import CodeField, Flag, FormatField, SheetsField, Text


class Office(Strict):
    """The office that issues the papers."""

    name: Text = Field(
        title="机关全称", description="发文机关全称或规范化简称，用于署名。", examples=["连云港市知识产权局"]
    )
    masthead: Text | None = Field(
        None,
        title="发文机关标志",
        description="红头上的字；不写就是机关名称加“文件”。",
        examples=["连云港市知识产权局文件"],
    )
    code: CodeField | None = Field(
        None,
        title="发文机关代字",
        description="发文字号开头的代字。写了它，通知的发文字号可以只写顺序号。",
        examples=["连知"],
    )
    printing_office: Text | None = Field(
        None,
        title="印发机关",
        description="版记里的印发机关；不写就没有版记的印发一行。",
        examples=["连云港市知识产权局办公室"],
    )
    self_name: Text = Field(
        "我局", title="自称", description="通知正文里的自称，不写就是“我局”。", examples=["我局", "我办"]
    )


class _Named(Strict):
    name: Text = Field(title="名称", description="文件里用的名称。", examples=["市科技局"])

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"name": value} if isinstance(value, str) or value is None else value


class Unit(_Named):
    """A unit of the register. A plain string is the short form."""

    full: Text | None = Field(None, title="全称", description="单位的全称。", examples=["嘉兴市科学技术局"])
    also: list[Text] = Field(
        default_factory=list,
        title="别名",
        description="计划里还会出现的其他写法。",
        examples=[["市科技局（知识产权局）"]],
    )


class Group(_Named):
    """A collective name and, where known, its members. A plain string is the short form."""

    members: list[Text] = Field(
        default_factory=list, title="成员", description="统称里包括的单位。", examples=[["南湖区政府"]]
    )


Level: TypeAlias = Literal["error", "warning", "note"]
Reasons: TypeAlias = dict[str, Text]
Levels: TypeAlias = dict[str, Level]

_REASONS = "不报告的问题：代码或代码的开头，后面写理由。"
_LEVELS = "改变级别：代码或代码的开头，后面写 error（错误）、warning（警告）或 note（提示）。"


class Exceptions(Strict):
    """What holds for some files of the repository only."""

    ignore: Reasons = Field(
        default_factory=dict, title="不报告", description=_REASONS, examples=[{"IP503": "老文件照录原文"}]
    )
    severity: Levels = Field(default_factory=dict, title="级别", description=_LEVELS, examples=[{"IP303": "note"}])


class Checking(Exceptions):
    """How the plans of the repository are checked."""

    select: list[Text] = Field(
        default_factory=list,
        title="只报告",
        description="只报告这些问题：代码或代码的开头。不写就全部报告。",
        examples=[["IP3", "IP4"]],
    )
    paths: dict[str, Exceptions] = Field(
        default_factory=dict,
        title="部分文件",
        description="只对一部分文件有效的设置。文件名从项目文件所在处算起，* 代表任意一段；写文件夹就是里面的全部。",
        examples=[{"2008": {"ignore": {"IP5": "老文件照录原文"}}}],
    )
    baseline: Text | None = Field(
        None,
        title="基线",
        description="基线文件，从项目文件所在处算起。里面记着的老问题不再报告。",
        examples=["baseline.json"],
    )


class Project(Strict):
    """All that a project file says."""

    version: Literal["1"] = Field("1", title="项目格式版本", description="项目文件格式的版本，现在是 1。", examples=[1])
    office: Office | None = Field(
        None,
        title="本机关",
        description="发文机关。只印计划、不发通知时可以不写。",
        examples=[{"name": "连云港市知识产权局", "code": "连知"}],
    )
    duplex: Flag = Field(
        True,
        title="双面印刷",
        description="双面印刷（不写就是双面）时版记排在双数面；单面印刷写 false，版记就在最后一页下端。",
        examples=[False],
    )
    preprinted: Flag = Field(
        False,
        title="预印红头纸",
        description="用预先印好红头的纸：留出红头的位置，不印发文机关标志和红线。不写就是不用。",
        examples=[True],
    )
    units: list[Unit] = Field(
        default_factory=list,
        title="单位名录",
        description="本地单位的名称。写了名录，计划里出现名录外的单位就有警告。",
        examples=[["市财政局", {"name": "市科技局", "full": "嘉兴市科学技术局"}]],
    )
    groups: list[Group] = Field(
        default_factory=list,
        title="统称",
        description="“各县（市、区）政府”这样的统称和它的成员。",
        examples=[["各成员单位", {"name": "各县（市、区）政府", "members": ["南湖区政府"]}]],
    )
    outputs: list[FormatField] = Field(
        default_factory=list,
        title="生成的格式",
        description="ipplan render 没写 -f 时生成哪几种文件；不写就是 docx。",
        examples=[["docx", "xlsx"]],
    )
    lists: list[Literal["unit", "date", "section", "status"]] = Field(
        default_factory=list,
        title="附带的清单",
        description="ipplan render 同时生成哪些任务清单：unit 按单位、date 按月份、section 按章节、status 按状态。",
        examples=[["unit", "date"]],
    )
    wording: Text | None = Field(
        None,
        title="措辞",
        description="放本机关措辞模板的文件夹，从项目文件所在处算起。只放和默认不同的。",
        examples=["wording"],
    )
    styles: SheetsField = Field(
        (),
        title="版式",
        description="叠在国标版式上的版式，可以写几个，后面的管前面的：自带的，如 windows（字体用 Windows 的）；"
        "或者本机关的版式文件，从项目文件所在处算起，只写和国标不同的。",
        examples=["styles.yaml", ["windows", "styles.yaml"]],
    )
    protected_words: list[Text] = Field(
        default_factory=list,
        title="不拆的词",
        description="标题换行时不拆开的词。单位名录里的名称不用再写。",
        examples=[["万里行"]],
    )
    checks: Checking = Field(
        default_factory=Checking,
        title="检查",
        description="怎样检查：不报告哪些问题，各是什么级别。",
        examples=[{"ignore": {"IP303": "本市“6月前”一律指6月底前"}}],
    )
