"""Persons that a paper names: whom to ask, who signs by hand, who took part in a meeting.

Source: GB/T 9704—2012 §7.3.5.3, §10.3
"""

from __future__ import annotations

from pydantic import Field

from ipplan.model.duty import Strict
from ipplan.model.fields import Text, TextsField


class Contact(Strict):
    """Whom to ask."""

    office: Text | None = Field(None, title="处室", description="联系的处室。", examples=["知识产权服务处"])
    name: Text = Field(title="联系人", description="联系人姓名。", examples=["朱煜"])
    phone: Text = Field(title="电话", description="联系电话。", examples=["025-83279968"])


class Signer(Strict):
    """Someone who signs in place of a seal."""

    post: Text = Field(title="职务", description="签发人的职务，写全称。", examples=["市长"])
    name: Text | None = Field(
        None, title="姓名", description="签发人的姓名。不写就空出盖签名章的地方。", examples=["林海生"]
    )


class Attendance(Strict):
    """Who took part in a meeting."""

    present: TextsField = Field(
        title="出席",
        description="出席人员的单位、姓名。写成列表的，用顿号隔开。",
        examples=["林海生、周望舒", ["市发展改革委陈衡", "市财政局吴越"]],
    )
    excused: TextsField = Field((), title="请假", description="请假人员的单位、姓名。", examples=["市水利局郑平"])
    observers: TextsField = Field((), title="列席", description="列席人员的单位、姓名。", examples=["市审计局王岚"])
