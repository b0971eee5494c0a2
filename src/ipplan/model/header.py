"""What a notice may show in its header besides masthead and document number.

Source: GB/T 9704—2012 §7.2
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from ipplan.model.duty import Strict
from ipplan.model.fields import Text, shown

_COPY_NUMBER = "[0-9]{6}"
_SECRECY_PERIOD = "[1-9][0-9]?(年|个月)|长期|[0-9]{4}年[1-9][0-9]?月[1-9][0-9]?日|[一-鿿]{2,10}前"
"""How long, until which day, or until what happens (启用前)."""


def _copy_number(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(_COPY_NUMBER, value):
        return value
    raise PydanticCustomError(
        "bad_copy_number", "份号是六位阿拉伯数字，例如 000001，不是“{value}”", {"value": shown(value)}
    )


def _secrecy_period(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(_SECRECY_PERIOD, value):
        return value
    message = "保密期限“{value}”读不懂，数字用阿拉伯数字，例如 1年、6个月、长期"
    raise PydanticCustomError("bad_secrecy_period", message, {"value": shown(value)})


# An editor reads `000001` without quotes as a number.
CopyNumberField: TypeAlias = Annotated[
    str,
    PlainValidator(_copy_number),
    WithJsonSchema(
        {
            "type": ["string", "integer"],
            "pattern": f"^{_COPY_NUMBER}$",
            "patternErrorMessage": "份号是六位阿拉伯数字，例如 000001",
            "minimum": 0,
            "maximum": 999999,
        }
    ),
]
SecrecyPeriodField: TypeAlias = Annotated[
    str,
    PlainValidator(_secrecy_period),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": f"^({_SECRECY_PERIOD})$",
            "patternErrorMessage": "保密期限用阿拉伯数字写，例如 1年、6个月、长期",
        }
    ),
]


class Header(Strict):
    """The format of a paper, and the elements of its header that only some papers have."""

    format: Literal["文件", "信函", "命令", "纪要"] = Field(
        "文件",
        title="公文格式",
        description="版面用哪一种格式：文件、信函，或者命令（令）、纪要。",
        examples=["信函", "命令", "纪要"],
    )
    meeting: Text | None = Field(
        None,
        title="会议名称",
        description="纪要的标志是它加“纪要”。不写就是机关名称加“会议纪要”。",
        examples=["海澄市人民政府常务会议"],
    )

    copy_number: CopyNumberField | None = Field(
        None, title="份号", description="印在首页左上角的六位顺序号。涉密公文要标。", examples=["000001"]
    )
    classification: Literal["绝密", "机密", "秘密"] | None = Field(
        None, title="密级", description="涉密公文的密级，印在份号下面。", examples=["机密"]
    )
    secrecy_period: SecrecyPeriodField | None = Field(
        None, title="保密期限", description="保密期限，印在密级的★后面。", examples=["1年", "6个月", "长期"]
    )
    urgency: Literal["特急", "加急"] | None = Field(
        None, title="紧急程度", description="紧急程度，印在首页左上角。", examples=["特急"]
    )
    signers: list[Text] = Field(
        default_factory=list,
        title="签发人",
        description="上行文的签发人；联合行文时按发文机关的顺序写。写了它，发文字号居左。",
        examples=[["陈衡"], ["陈衡", "吴越"]],
    )
    masthead: Literal["all", "lead"] = Field(
        "all",
        title="联合行文的红头",
        description="几个机关联合行文时，红头上写全部机关（all），还是只写主办机关（lead）。",
        examples=["lead"],
    )
