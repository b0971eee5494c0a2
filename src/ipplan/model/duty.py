"""Duties: who does something until when, and what is to be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, model_validator

from ipplan.model.fields import PersonField, ScheduleField, Text, TextsField, UnitsField

if TYPE_CHECKING:
    from ipplan.terms.owners import UnitList

Path: TypeAlias = tuple[str | int, ...]
"""A way into the plan file: keys and 0-based list indexes."""


class Role(NamedTuple):
    """A role that a unit can have: its key in the plan file, its label on paper, and the verb of its phrase."""

    key: str
    label: str
    verb: str


ROLES = (
    Role("lead", "牵头单位", "牵头"),
    Role("responsible", "责任单位", "负责"),
    Role("joint", "会同单位", "会同"),
    Role("supporting", "配合单位", "配合"),
    Role("participating", "参与单位", "参与"),
    Role("guiding", "指导单位", "指导"),
    Role("implementing", "落实单位", "落实"),
)
"""The roles in the order in which they are printed."""

PERSONS = {"lead_person": "牵头领导", "person": "责任人"}
"""Persons beside units: key and label."""


class Strict(BaseModel):
    """Base of all plan models: frozen, and unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Duty(Strict):
    """Who does something until when. What is left out is taken over from the block around it."""

    lead: UnitsField | None = Field(
        None, title="牵头单位", description="牵头的单位。几个单位用顿号隔开，也可以写成列表。", examples=["市科技局"]
    )
    responsible: UnitsField | None = Field(
        None,
        title="责任单位",
        description="负责的单位。几个单位用顿号隔开，也可以写成列表。",
        examples=["市科技局、市工商局"],
    )
    joint: UnitsField | None = Field(None, title="会同单位", description="会同办理的单位。", examples=["市财政局"])
    supporting: UnitsField | None = Field(
        None,
        title="配合单位",
        description="配合的单位。不沿用上一级的配合单位时写“无”。",
        examples=["各县（市、区）政府"],
    )
    participating: UnitsField | None = Field(
        None, title="参与单位", description="参与的单位。写法和牵头单位一样。", examples=["各成员单位"]
    )
    guiding: UnitsField | None = Field(None, title="指导单位", description="指导的单位。", examples=["省知识产权局"])
    implementing: UnitsField | None = Field(
        None,
        title="落实单位",
        description="属地落实的单位。各项都由同样的单位落实时，在计划上写一次。",
        examples=["各县（市、区）政府"],
    )
    lead_person: PersonField | None = Field(None, title="牵头领导", description="牵头的领导。", examples=["分管副市长"])
    person: PersonField | None = Field(None, title="责任人", description="具体负责的人。", examples=["张三"])
    due: ScheduleField | None = Field(
        None,
        title="完成时限",
        description="照纸面上的说法写，程序会理解它的意思。表里印在时限一栏；正文里用 {{ due }} 印出来。",
        examples=["2010年底", "10月20日前", "每半年", "试点期内", "2008年，以后常设"],
    )

    def units(self, role: str) -> UnitList | None:
        """The units in a role; None where the role is not mentioned (an empty list means “nobody”)."""
        units: UnitList | None = getattr(self, role)
        return units

    def under(self, around: Duty | None) -> Duty:
        """This duty with what it leaves out taken over from the one around it, which may be all of it or nothing."""
        if around is None:
            return self
        own = self._said()
        if not own:
            return around
        taken_over = around._said()
        return self if taken_over.keys() <= own.keys() else Duty.model_construct(**(_NOTHING_SAID | taken_over | own))

    def _said(self) -> dict[str, Any]:
        """What this duty says of who and when. It is asked for all the time, so only what was set is looked at."""
        if self.says_nothing:
            return {}
        return {key: said for key in self.model_fields_set & _DUTY_KEYS if (said := getattr(self, key)) is not None}

    @property
    def says_nothing(self) -> bool:
        """Whether the file names nobody and no time here."""
        return _DUTY_KEYS.isdisjoint(self.model_fields_set)


_DUTY_KEYS = frozenset(Duty.model_fields)
_NOTHING_SAID: dict[str, Any] = dict.fromkeys(_DUTY_KEYS)


class Base(Strict):
    """Where a target starts from."""

    value: Text = Field(title="基数", description="基期的数值，照纸面写。", examples=["5件"])
    year: Text | None = Field(None, title="基期", description="基期是哪一年。", examples=["2020年"])


Parts: TypeAlias = dict[str, Text]


class Target(Duty):
    """One target of a task: what is to be reached, in the words of the paper."""

    text: Text = Field(
        title="目标要求",
        description="要做到什么，照纸面上的说法写。",
        examples=["年专利申请量达到5500件以上", "不少于4篇"],
    )
    kind: Literal["约束性", "预期性"] | None = Field(
        None, title="属性", description="指标的属性。", examples=["约束性", "预期性"]
    )
    base: Base | None = Field(
        None, title="基数", description="从多少起。", examples=[{"value": "5件", "year": "2020年"}]
    )
    by_year: Parts = Field(
        default_factory=dict,
        title="分年度",
        description="各年的数，照纸面写。",
        examples=[{"2024年": "6件", "2025年": "7件"}],
    )
    by_area: Parts = Field(
        default_factory=dict,
        title="分地区",
        description="各地区的数；合计要和目标一致，检查时会算。",
        examples=[{"南湖区": "120件", "秀洲区": "80件"}],
    )
    by_class: Parts = Field(
        default_factory=dict,
        title="分类",
        description="各类的数；合计要和目标一致，检查时会算。",
        examples=[{"发明专利": "50件", "实用新型": "150件"}],
    )
    formula: Text | None = Field(None, title="计算方法", description="指标怎么算。", examples=["授权量÷常住人口"])
    source: Text | None = Field(None, title="数据来源", description="数从哪里来。", examples=["市统计局"])
    implements: TextsField = Field(
        (), title="承接", description="承接上级计划的哪个目标。同名的不用写。", examples=["培训期数"]
    )

    @model_validator(mode="before")
    @classmethod
    def _short_form(cls, value: Any) -> Any:
        return {"text": value} if isinstance(value, str) or value is None else value


def _targets_kind(value: Any) -> str:
    return "named" if isinstance(value, dict) else "listed"


Targets: TypeAlias = Annotated[
    Annotated[list[Target], Tag("listed")] | Annotated[dict[str, Target], Tag("named")],
    Discriminator(_targets_kind),
]


class Measured(Duty):
    """A duty with targets."""

    targets: Targets = Field(
        default_factory=list,
        title="目标",
        description="一条一条列出；要在正文里用 {{ 名字 }} 引用的，写成“名字: 数量”。任务分解表里一条一行。",
        examples=[["年注册商标数2800件"], {"政务信息": "不少于4篇"}],
    )

    def target_items(self) -> list[tuple[str | int, Target]]:
        """The targets with the step that leads to each: its name, or its 0-based position where it has none."""
        return list(self.targets.items()) if isinstance(self.targets, dict) else list(enumerate(self.targets))
