"""The plan file: a plan, its attachments, and the notice that issues it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from ipplan.model.blocks import Block
from ipplan.model.duty import Duty, Strict
from ipplan.model.fields import (
    DateField,
    Flag,
    LabelField,
    NamesField,
    NumberField,
    NumberingField,
    ScheduleField,
    Text,
    TextsField,
)
from ipplan.model.header import Header
from ipplan.model.persons import Attendance, Contact, Signer
from ipplan.model.printing import Print, Printing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ipplan.model.duty import Path


class Paper(Duty):
    """A text with a title: a plan, or an attachment. The owners written here hold for all tasks in it."""

    title: Text = Field(
        title="标题", description="文件的标题，不加书名号。", examples=["2017年全市知识产权宣传与人才工作计划"]
    )
    body: list[Block] = Field(
        min_length=1,
        title="内容",
        description="段落、小节、任务和表，按纸面顺序。",
        examples=[["各县区要高度重视。", {"section": "总体要求", "text": "坚持问题导向。"}]],
    )
    numbering: NumberingField | None = Field(
        None, title="一级序号", description="第一级从哪个序号起；不写就从 一、 起。", examples=["一、", "1.", "none"]
    )
    runs_on: LabelField | None = Field(
        None,
        title="连续编号",
        description="这一种序号不随上级重新起，全文连着编。",
        examples=["（一）"],
    )
    first_leads: Flag = Field(
        False,
        title="首位牵头",
        description="“排在第一位的为牵头单位”：几个责任单位里，第一个就是牵头单位，印在表的“牵头单位”一栏。",
        examples=[True],
    )
    print: Print = Field(
        Print(),
        title="怎么印",
        description="这份文件怎么印单位、目录等。",
        examples=[{"owners": "line"}],
    )
    listed: Flag = Field(
        True,
        title="列为附件",
        description="是否写进附件说明、另页标“附件”。随文印发、不作附件的写 false。",
        examples=[False],
    )
    bound: Flag = Field(
        True,
        title="一起装订",
        description="附件是否和正文一起装订。装订不到一起的写 false：单独成一个文件，首行标发文字号和附件顺序号。",
        examples=[False],
    )
    attachments: list[Paper] = Field(
        default_factory=list,
        title="附件",
        description="这份文件的附件，按顺序，每份另起一页。",
        examples=[[{"title": "活动情况汇总表", "body": [{"form": {"columns": ["活动名称"]}}]}]],
    )
    contact: Contact | None = Field(
        None,
        title="联系人",
        description="正文后面的联系人一行。",
        examples=[{"office": "知识产权服务处", "name": "朱煜", "phone": "025-83279968"}],
    )


class Plan(Paper):
    """The plan itself, with what holds for all of it."""

    period: ScheduleField | None = Field(
        None,
        title="时间",
        description="计划或活动的起止时间。正文里用 {{ plan.period }} 印出来。",
        examples=["2023年", "2020年6月1日至10月15日"],
    )
    periods: dict[str, ScheduleField] = Field(
        default_factory=dict,
        title="时期",
        description="时限里用到的时期是从哪天到哪天，例如“试点期内”的试点期。",
        examples=[{"试点期": "2008年9月至2010年底"}],
    )
    theme: Text | None = Field(
        None,
        title="主题",
        description="活动主题。正文里用 {{ plan.theme }} 印出来。",
        examples=["倡导创新文化　尊重知识产权"],
    )
    facts: dict[str, Text] = Field(
        default_factory=dict,
        title="事实",
        description="几处都要写的同一句话，只写一次，正文里用 {{ 名字 }} 引用。",
        examples=[{"核心价值": "“尊重知识、崇尚创新、诚信守法”"}],
    )
    implements: TextsField = Field(
        (),
        title="承接的计划",
        description="这份计划承接上级的哪份计划：文件名，从这个文件所在处算起。检查时看上级的任务和目标是不是都承接了。",
        examples=["../省/plan.yaml", ["../省/plan.yaml", "../省/培训.plan.yaml"]],
    )


class Forwarded(Paper):
    """A paper of another body that a notice passes on, with its own number, date and addressees."""

    how: Literal["转发", "批转"] = Field(
        "转发", title="方式", description="转发，还是上级批转下级的文件。", examples=["批转"]
    )
    issuer: Text = Field(title="原发文机关", description="原文件的发文机关。", examples=["省知识产权局"])
    number: Text | None = Field(
        None, title="原发文字号", description="原文件的发文字号。", examples=["苏知发〔2020〕62号"]
    )
    date: Text | None = Field(
        None, title="原成文日期", description="原文件的日期，照原样写。", examples=["2020年6月4日"]
    )
    to: Text | None = Field(None, title="原主送机关", description="原文件的主送机关。", examples=["各设区市知识产权局"])


class Notice(Header, Printing):
    """The notice that issues the plan. Leave it out and the plan is printed alone."""

    number: NumberField = Field(
        title="发文字号",
        description="完整的发文字号，或只写顺序号（代字取自项目文件，年份取自成文日期）；没定的写“待定”。",
        examples=["连知〔2017〕2号", 2, "待定"],
    )
    date: DateField = Field(title="成文日期", description="成文日期；没定的写“待定”。", examples=["2017年2月7日"])
    to: NamesField | None = Field(
        None, title="主送机关", description="主送机关，不写末尾的冒号。命令和纪要没有。", examples=["各县区知识产权局"]
    )
    title: Text | None = Field(
        None,
        title="标题",
        description="通知的标题。不写就是“关于印发（计划标题）的通知”。",
        examples=["关于做好2020年工作的通知"],
    )
    purpose: Text | None = Field(
        None, title="目的", description="从“为”字写起的一句，末尾不加标点。", examples=["为推进知识产权战略实施"]
    )
    basis: Text | None = Field(
        None,
        title="依据",
        description="“根据”后面的话，不写“根据”，末尾不加标点。",
        examples=["国家知识产权局《…》要求"],
    )
    request: Text | None = Field(
        None,
        title="要求",
        description="“印发给你们”之后的话，末尾不加标点。不写就是“请结合本地实际认真抓好落实”。",
        examples=["请结合本地实际认真抓好落实"],
    )
    body: list[Block] = Field(
        default_factory=list,
        title="正文",
        description="通知的正文，写法和计划的内容一样。写了它，目的、依据、要求就不用了。",
        examples=[["现将{{ plan.title }}印发给你们，请认真组织实施。"]],
    )
    forwards: Forwarded | None = Field(
        None,
        title="转发的文件",
        description="转发别的机关的文件：它的标题、文号和全文。",
        examples=[{"issuer": "省知识产权局", "title": "关于开展检查的通知", "body": ["请认真开展检查。"]}],
    )
    attachments: list[Paper] = Field(
        default_factory=list,
        title="附件",
        description="计划之外，通知自己的附件，排在计划后面。",
        examples=[[{"title": "报名表", "body": [{"form": {"columns": ["姓名"]}}]}]],
    )
    issuers: list[Text] = Field(
        default_factory=list,
        title="发文机关",
        description="联合行文时按顺序列出，主办机关在前。不写就是项目文件里的本机关。",
        examples=[["市知识产权局", "市财政局"]],
    )
    sealed: Flag = Field(True, title="加盖印章", description="是否加盖印章，署名的位置随之不同。", examples=[False])
    signed_by: list[Signer] = Field(
        default_factory=list,
        title="签署人",
        description="命令等由个人签署的公文：签署人的职务和姓名，联合签署的按顺序写。写了它，不署机关名称。",
        examples=[[{"post": "市长", "name": "林海生"}]],
    )
    attendance: Attendance | None = Field(
        None,
        title="出席人员",
        description="纪要正文后面的出席、请假、列席人员名单。",
        examples=[{"present": "林海生、周望舒", "excused": "郑平"}],
    )
    remark: Text | None = Field(
        None, title="附注", description="成文日期下面括号里的话，不写括号。", examples=["此件公开发布"]
    )
    copy_to: NamesField | None = Field(
        None, title="抄送机关", description="抄送机关，不写“抄送”，末尾不加句号。", examples=["市政府办公室"]
    )
    print_date: DateField | None = Field(
        None, title="印发日期", description="版记里的印发日期。不写就是成文日期。", examples=["2017年2月8日"]
    )


class PlanFile(Strict):
    """All that a plan file says: a plan, a notice, or both."""

    version: Literal["2"] = Field("2", title="格式版本", description="计划文件格式的版本，现在是 2。", examples=[2])
    notice: Notice | None = Field(
        None,
        title="通知",
        description="印发计划的通知。不写就只印计划。",
        examples=[{"number": "连知〔2017〕2号", "date": "2017年2月7日", "to": "各县区知识产权局"}],
    )
    plan: Plan | None = Field(
        None,
        title="计划",
        description="计划的全文。只发通知、没有计划时不写。",
        examples=[{"title": "2017年全市知识产权工作计划", "body": ["各县区要认真组织实施。"]}],
    )

    @model_validator(mode="after")
    def _says_something(self) -> PlanFile:
        notice = self.notice
        if self.plan is not None or (notice is not None and notice.forwards is not None):
            return self
        if notice is None:
            raise PydanticCustomError("missing_plan", "缺少“plan”（计划）")
        if not notice.body:
            raise PydanticCustomError("missing_plan", "缺少“plan”（计划）；没有计划的通知要有 title 和 body")
        if notice.title is None and notice.format in {"文件", "信函"}:
            raise PydanticCustomError("missing_plan", "没有计划的通知要自己写“title”（标题）")
        return self


class Body(NamedTuple):
    """A list of blocks with the paper it belongs to; None for the body of a notice."""

    path: Path
    blocks: list[Block]
    paper: Paper | None


def bodies(plan_file: PlanFile) -> Iterator[Body]:
    """Every body in a plan file, in the order of the file: of the notice, the plan, and all attachments."""
    notice = plan_file.notice
    if notice is not None:
        yield Body(("notice", "body"), notice.body, None)
        if notice.forwards is not None:
            yield from _bodies(notice.forwards, ("notice", "forwards"))
        for index, attachment in enumerate(notice.attachments):
            yield from _bodies(attachment, ("notice", "attachments", index))
    if plan_file.plan is not None:
        yield from _bodies(plan_file.plan, ("plan",))


def _bodies(paper: Paper, path: Path) -> Iterator[Body]:
    yield Body((*path, "body"), paper.body, paper)
    for index, attachment in enumerate(paper.attachments):
        yield from _bodies(attachment, (*path, "attachments", index))
