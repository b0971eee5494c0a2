"""The words of schedules: to teach the grammar a new word, add it to its table here, longest first."""

from types import MappingProxyType
from typing import Final

from ipplan.terms.schedule_types import DateEdge, PeriodEdge

HEADS: Final = ("截止到", "截至到", "截止", "截至", "不迟于", "到", "至")
"""Before a deadline; they make a bare date (到2010年) one as well."""

IN: Final = ("于", "在")
"""Before a date or a period; they add nothing."""

FROM: Final = ("自", "从")
SINCE: Final = ("开始", "起")
AFTERWARDS: Final = ("以后", "此后", "之后", "起", "开始")
DONE: Final = ("完成",)
"""Behind a deadline; it adds nothing."""

DATE_EDGES: Final = (
    ("底之前", DateEdge.END),
    ("底以前", DateEdge.END),
    ("底前", DateEdge.END),
    ("末之前", DateEdge.END),
    ("末前", DateEdge.END),
    ("底", DateEdge.END),
    ("末", DateEdge.END),
    ("之前", DateEdge.BEFORE),
    ("以前", DateEdge.BEFORE),
    ("前", DateEdge.BEFORE),
)
"""Endings that make a date a deadline."""

YEAR_EDGES: Final = ("年底之前", "年底以前", "年底前", "年末前", "年底", "年末", "年内")
"""Endings for the close of the plan's year, alone or behind a year (2010年年底)."""

STANDING: Final = (
    "常设",
    "长期坚持",
    "长期开展",
    "长期推进",
    "长期",
    "常年开展",
    "常年",
    "持续推进",
    "持续开展",
    "持续",
    "常态化推进",
    "常态化开展",
    "常态化",
)

IRREGULAR: Final = ("定期", "不定期", "定期和不定期", "定期或不定期", "定期不定期", "定期与不定期")

RHYTHMS: Final = MappingProxyType({"按月": "每月", "逐月": "每月", "按季度": "每季度", "按季": "每季", "逐年": "每年"})
"""Other words for 每."""

OCCASIONS: Final = ("次", "场", "场次", "期", "轮", "批", "篇", "份", "条", "课次")
"""Units that tell how often; with any other unit it is a target, not a schedule."""

WHOLE_YEAR: Final = ("全年", "全年度")

PERIOD_EDGES: Final = (
    ("期间内", "", PeriodEdge.WITHIN),
    ("期间", "", PeriodEdge.WITHIN),
    ("期内", "期", PeriodEdge.WITHIN),
    ("周内", "周", PeriodEdge.WITHIN),
    ("期末", "期", PeriodEdge.END),
    ("期满", "期", PeriodEdge.END),
    ("期初", "期", PeriodEdge.START),
    ("结束之后", "", PeriodEdge.AFTER),
    ("结束后", "", PeriodEdge.AFTER),
    ("结束前", "", PeriodEdge.END),
    ("开始前", "", PeriodEdge.BEFORE),
    ("启动前", "", PeriodEdge.BEFORE),
    ("前后", "", PeriodEdge.AROUND),
    ("当天", "", PeriodEdge.DAY),
    ("当日", "", PeriodEdge.DAY),
)
"""Endings of named periods: the ending, what of it belongs to the name, where in relation to the period."""

EVENTS: Final = ("周", "月", "日", "节", "会", "期", "活动", "行动", "仪式", "竞赛", "比赛", "论坛")
"""A name before 前后 or 当天 ends in one of these, so that unknown words are not taken for a period."""

BARE_PERIODS: Final = (
    "宣传周", "活动周", "服务周", "宣传月", "活动月",
    "试点期", "规划期", "活动期", "建设期", "创建期", "实施期",
)  # fmt: skip
"""Endings of names that are a period without any further word."""

VAGUE_NAMES: Final = (
    "近期", "短期", "长期", "定期", "不定期", "同期", "早期", "中期", "前期", "后期", "远期", "一定期",
    "按期", "如期", "日期", "逾期", "法定期", "一段期", "上述期", "此期", "该期", "本期",
    "上述", "一段", "这一", "此次", "本次",
)  # fmt: skip
"""Names that name no period of the plan."""
