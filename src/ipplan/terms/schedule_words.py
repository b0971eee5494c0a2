"""The words of schedules: to teach the grammar a new word, add it to its table here, longest first."""

from types import MappingProxyType
from typing import Final

from ipplan.terms.schedule_types import DateEdge, PeriodEdge

HEADS: Final = (
    "截止到", "截至到", "截止", "截至", "不迟于", "不晚于", "最迟于", "最晚于", "最迟", "最晚", "到", "至",
)  # fmt: skip
"""Before a deadline; they make a bare date (到2010年) one as well."""

IN: Final = ("分别于", "分别在", "于", "在")
"""Before a date or a period; they add nothing."""

FIRM: Final = (
    "确保在", "确保于", "确保", "务必在", "务必于", "务必", "必须在", "必须于", "必须", "应于", "应在", "须于",
    "须在",
)  # fmt: skip
"""Before a schedule; they add nothing."""

SOFT: Final = (
    "力争在", "力争于", "力争", "争取在", "争取于", "争取", "原则上在", "原则上于", "原则上", "预计在", "预计于",
    "预计",
)  # fmt: skip
"""Before a schedule; they make it an aim."""

FROM: Final = ("自", "从")
SINCE: Final = ("开始", "起")
AFTERWARDS: Final = ("以后", "此后", "之后", "起", "开始")
THEREAFTER: Final = ("以后", "此后", "之后", "随后", "并", "其后")
"""Before the second of two schedules; they add nothing."""

DATE_EDGES: Final = (
    ("底之前", DateEdge.END),
    ("底以前", DateEdge.END),
    ("底前", DateEdge.END),
    ("末之前", DateEdge.END),
    ("末以前", DateEdge.END),
    ("末前", DateEdge.END),
    ("底", DateEdge.END),
    ("末", DateEdge.END),
    ("之内", DateEdge.END),
    ("以内", DateEdge.END),
    ("内", DateEdge.END),
    ("结束前", DateEdge.END),
    ("之前", DateEdge.BEFORE),
    ("以前", DateEdge.BEFORE),
    ("前", DateEdge.BEFORE),
)
"""Endings that make a date a deadline."""

YEAR_EDGES: Final = (
    "年底之前", "年底以前", "年底前", "年末之前", "年末以前", "年末前", "年终前", "年底", "年末", "年终", "年内",
    "年度内", "年之内",
)  # fmt: skip
"""Endings for the close of the plan's year, alone or behind a year (2010年年底)."""

STANDING: Final = (
    "常设", "长期坚持", "长期开展", "长期推进", "长期实施", "长期执行", "长期整改", "长期任务", "长期落实", "长期",
    "常年坚持", "常年开展", "常年推进", "常年", "持续推进", "持续开展", "持续深化", "持续实施", "持续整改",
    "持续落实", "持续优化", "持续完善", "持续加强", "持续坚持", "持续用力", "持续抓好", "持续", "常态化推进",
    "常态化开展", "常态化实施", "常态化落实", "常态化坚持", "常态化", "常态长效推进", "常态推进", "常抓不懈",
    "一直坚持", "坚持不懈", "不断推进", "滚动推进", "滚动实施", "经常性工作", "日常工作",
)  # fmt: skip

IMMEDIATE: Final = (
    "立即", "立行立改", "立改立行", "即知即改", "即行即改", "立查立改", "立整立改", "边查边改", "即刻", "马上",
)  # fmt: skip
"""At once; a verb may follow (立即整改)."""

STARTS: Final = (
    "全面启动实施", "全面启动", "正式启动", "启动实施", "启动建设", "启动", "动工建设", "开工建设", "全面开工",
    "开工", "动工", "开始实施", "开始建设", "全面铺开", "全面推开", "动员部署", "部署",
)  # fmt: skip
"""Behind a schedule: what happens then is a beginning, so the word is kept as a label."""

_DONE: Final = (
    "完成", "全部完成", "全面完成", "基本完成", "完成到位", "完成任务", "完成目标任务", "完成年度任务", "完成验收",
    "完成整改", "完成销号", "完成建设", "完成编制", "完成制定", "完成修订", "完成申报", "完成并报送", "完成并上报",
    "完成并投入使用", "整改完成", "整改到位", "基本整改到位", "全面整改到位", "整改", "落实", "落实到位", "全面落实",
    "到位", "报送", "上报", "报", "报备", "报告", "提交", "反馈", "印发", "印发实施", "出台", "制定出台", "制定",
    "修订", "发布", "公布", "公开", "公示", "建成", "基本建成", "全面建成", "建成投用", "建成并投入使用", "建成使用",
    "投入使用", "投入运行", "投用", "上线", "上线运行", "竣工", "竣工验收", "完工", "通过验收", "验收", "达标",
    "见效", "办结", "销号", "实施", "实施完成", "组织实施", "全面实施", "推进", "组织推进", "开展", "组织开展",
    "集中开展", "全面开展", "举办", "召开", "举行", "执行", "施行", "取得成效", "取得实效", "取得明显成效",
    "取得显著成效", "取得初步成效", "取得阶段性成效", "取得阶段性成果", "取得阶段性进展", "取得明显进展",
    "取得积极进展", "取得实质性进展", "取得突破", "取得突破性进展", "形成长效机制", "初见成效", "见到成效",
    "达到目标", "持续推进", "持续开展", "持续实施", "持续深化", "常态化推进", "常态化开展", "达到序时进度", "实现",
    "实现目标", "汇总", "总结", "编制完成",
)  # fmt: skip

DONE: Final = tuple(sorted(_DONE, key=len, reverse=True))
"""Behind a schedule; they add nothing."""

IRREGULAR: Final = ("定期", "不定期", "定期和不定期", "定期或不定期", "定期不定期", "定期与不定期")

IRREGULAR_DONE: Final = ("开展", "组织开展", "组织", "举办", "召开", "通报", "调度", "推进", "报送", "检查", "督查")
"""Behind 定期 and 不定期."""

RHYTHMS: Final = MappingProxyType(
    {
        "按月": "每月", "逐月": "每月", "按季度": "每季度", "逐季度": "每季度", "按季": "每季", "逐季": "每季",
        "按年度": "每年度", "按年": "每年", "逐年": "每年", "按周": "每周", "逐周": "每周",
        "按日": "每日", "逐日": "每日",
        "按学期": "每学期", "半年一": "每半年一", "一年一": "每年一", "一年两": "每年两", "两年一": "每两年一",
        "一周一": "每周一", "一学期一": "每学期一",
    }
)  # fmt: skip
"""Other words for 每."""

OCCASIONS: Final = ("次", "场", "场次", "期", "轮", "批", "篇", "份", "条", "课次")
"""Units that tell how often; with any other unit it is a target, not a schedule."""

WHOLE_YEAR: Final = ("全年", "全年度")

PERIOD_EDGES: Final = (
    ("期间内", "", PeriodEdge.WITHIN),
    ("时期内", "", PeriodEdge.WITHIN),
    ("时期", "", PeriodEdge.WITHIN),
    ("阶段内", "阶段", PeriodEdge.WITHIN),
    ("学期内", "学期", PeriodEdge.WITHIN),
    ("月内", "月", PeriodEdge.WITHIN),
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
    ("召开前", "", PeriodEdge.BEFORE),
    ("举办前", "", PeriodEdge.BEFORE),
    ("举行前", "", PeriodEdge.BEFORE),
    ("来临前", "", PeriodEdge.BEFORE),
    ("到来前", "", PeriodEdge.BEFORE),
    ("开学前", "", PeriodEdge.BEFORE),
    ("召开后", "", PeriodEdge.AFTER),
    ("举办后", "", PeriodEdge.AFTER),
    ("闭幕后", "", PeriodEdge.AFTER),
)
"""Endings of named periods: the ending, what of it belongs to the name, where in relation to the period."""

EVENT_EDGES: Final = (
    ("前后", PeriodEdge.AROUND),
    ("当天", PeriodEdge.DAY),
    ("当日", PeriodEdge.DAY),
    ("之前", PeriodEdge.BEFORE),
    ("以前", PeriodEdge.BEFORE),
    ("前", PeriodEdge.BEFORE),
    ("之后", PeriodEdge.AFTER),
    ("以后", PeriodEdge.AFTER),
    ("后", PeriodEdge.AFTER),
)
"""Endings that need the name of an event before them, because they stand behind much else."""

EVENTS: Final = (
    "周", "月", "日", "节", "会", "期", "活动", "行动", "仪式", "竞赛", "比赛", "论坛", "学期", "假", "高考",
    "中考", "阶段",
)  # fmt: skip
"""A name before the endings of events ends in one of these, so that unknown words are not taken for a period."""

BARE_PERIODS: Final = (
    "宣传周", "活动周", "服务周", "宣传月", "活动月", "试点期", "规划期", "活动期", "建设期", "创建期", "实施期",
    "汛期", "采暖期", "采暖季", "防火期", "禁渔期", "春季学期", "秋季学期", "寒假", "暑假", "宣传日", "活动日",
    "科普日", "科技周", "科普周", "安全生产月", "质量月", "读书月", "服务月", "攻坚期", "过渡期", "阶段",
)  # fmt: skip
"""Endings of names that are a period without any further word."""

VAGUE_NAMES: Final = (
    "近期", "短期", "长期", "定期", "不定期", "同期", "早期", "中期", "前期", "后期", "远期", "一定期", "按期",
    "如期", "日期", "逾期", "法定期", "一段期", "上述期", "此期", "该期", "本期", "上述", "一段", "这一", "此次",
    "本次", "本周", "下周", "上周", "每周", "本月", "下月", "上月", "当月", "次月", "每月", "今日", "本日", "当日",
    "次日", "明日", "即日", "近日", "工作日", "自然日", "休息日", "节假日", "现阶段", "下一阶段", "各阶段",
    "本阶段", "阶段", "学期", "半月", "双月", "单月", "本学期", "下学期", "其他", "机会", "社会", "委员会",
)  # fmt: skip
"""Names that name no period of the plan."""

ISSUES: Final = ("印发", "发布", "公布", "下发", "出台", "发文", "即日")
"""Happenings that are the issue of the document itself."""

PAPERS: Final = (
    "本实施方案", "本行动计划", "本实施意见", "实施方案", "行动计划", "实施意见", "工作要点", "本方案", "本通知",
    "本办法", "本意见", "本计划", "本文件", "本规划", "本要点", "本细则", "本规定", "本措施", "本清单", "方案",
    "通知", "办法", "意见", "计划", "文件", "规划", "要点", "细则", "规定", "措施", "清单", "文",
)  # fmt: skip
"""Names of the document before such a happening."""

VAGUE_EVENTS: Final = ("今", "此", "以", "之", "最", "前", "随", "事", "其", "然", "日", "往", "先", "近")
"""What stands before 后 or 起 without naming a happening."""

COMING: Final = ("今后", "未来", "在今后", "在未来")
"""Before a span that is counted from the issue (今后三年内)."""

MONTHS_OF_PERIOD: Final = MappingProxyType(
    {
        "首月": 1, "首个月": 1, "第一个月": 1, "第1个月": 1, "第二个月": 2, "第2个月": 2, "第三个月": 3, "第3个月": 3,
        "末月": -1, "最后一个月": -1, "最后1个月": -1,
    }
)  # fmt: skip
"""Months counted inside a quarter or half-year."""

WEEKDAYS: Final = MappingProxyType({day: place for place, day in enumerate("一二三四五六", 1)} | {"日": 7, "天": 7})

TIME_MARKS: Final = "年月日号周季旬每不无未非除"
"""No label holds one of these: it would be a part of the time, or turn its sense."""

TIME_WORDS: Final = "天前后内起至到底末初按逢第自从由在于约近超"
"""No label ends in one of these, but it may hold them (初稿, 内页)."""
