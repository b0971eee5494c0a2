"""The words of quantities: to teach the grammar a new word, add it to its table here."""

from types import MappingProxyType
from typing import Final

from ipplan.terms.frequency import Every, PeriodUnit
from ipplan.terms.quantity_types import Comparator, Growth

_AT_LEAST: Final = ("不少于", "不低于", "不小于", "不得少于", "不得低于", "至少", "最少", "≥", ">=")
_MORE_THAN: Final = ("超过", "突破", "高于", "多于", "大于", "超", "逾", "过", ">")
_AT_MOST: Final = ("不超过", "不高于", "不多于", "不大于", "不得超过", "不得高于", "至多", "最多", "≤", "<=")
_LESS_THAN: Final = ("低于", "少于", "小于", "不足", "不到", "<")
_ABOUT: Final = ("约", "大约", "约为", "近", "接近", "将近")

BEFORE: Final = MappingProxyType(
    dict.fromkeys(_AT_LEAST, Comparator.AT_LEAST)
    | dict.fromkeys(_MORE_THAN, Comparator.MORE_THAN)
    | dict.fromkeys(_AT_MOST, Comparator.AT_MOST)
    | dict.fromkeys(_LESS_THAN, Comparator.LESS_THAN)
    | dict.fromkeys(_ABOUT, Comparator.ABOUT)
)
"""Comparators before the figure."""

AFTER: Final = MappingProxyType(
    {
        "以上": Comparator.AT_LEAST,
        "及以上": Comparator.AT_LEAST,
        "（含）以上": Comparator.AT_LEAST,
        "(含)以上": Comparator.AT_LEAST,
        "以下": Comparator.AT_MOST,
        "及以下": Comparator.AT_MOST,
        "（含）以下": Comparator.AT_MOST,
        "(含)以下": Comparator.AT_MOST,
        "以内": Comparator.AT_MOST,
        "之内": Comparator.AT_MOST,
        "左右": Comparator.ABOUT,
        "上下": Comparator.ABOUT,
    }
)
"""Comparators behind the unit; in official usage 以上, 以下 and 以内 include the figure itself."""

RESIDUES: Final = ("余", "多")
"""Between figure and unit: a little more than the figure (30余家)."""

REACHED: Final = (
    "达到", "达", "均达到", "控制在", "保持在", "稳定在", "维持在",
    "提高到", "提高至", "提升到", "提升至", "增长到", "增长至", "增加到", "增加至", "降低到", "降低至",
    "下降到", "下降至", "降到", "降至", "减少到", "减少至", "压缩到", "压缩至", "达到了",
)  # fmt: skip
"""Say that a level is reached; they add no bound of their own (达到90% is 90%)."""

_RISING: Final = ("增长", "增加", "提高", "提升", "递增", "增幅", "增速", "翻")
_FALLING: Final = ("下降", "减少", "降低", "压缩", "递减", "降幅")
_BASES: Final = MappingProxyType(
    {
        "年均": Growth.ANNUAL_AVERAGE,
        "年平均": Growth.ANNUAL_AVERAGE,
        "同比": Growth.YEAR_ON_YEAR,
        "比上年": Growth.YEAR_ON_YEAR,
        "较上年": Growth.YEAR_ON_YEAR,
        "比去年": Growth.YEAR_ON_YEAR,
        "较去年": Growth.YEAR_ON_YEAR,
        "": Growth.PLAIN,
    }
)
CHANGES: Final = MappingProxyType(
    {basis + verb: (growth, False) for basis, growth in _BASES.items() for verb in _RISING}
    | {basis + verb: (growth, True) for basis, growth in _BASES.items() for verb in _FALLING}
)
"""Words for a change: what it is measured against, and whether it goes down."""

AVERAGES: Final = MappingProxyType({"年均": Every(1, PeriodUnit.YEAR), "月均": Every(1, PeriodUnit.MONTH)})
"""Rhythms that are not written with 每."""

PER_AFTER: Final = MappingProxyType(
    {
        "/年": Every(1, PeriodUnit.YEAR),
        "/季度": Every(1, PeriodUnit.QUARTER),
        "/季": Every(1, PeriodUnit.QUARTER),
        "/月": Every(1, PeriodUnit.MONTH),
        "/周": Every(1, PeriodUnit.WEEK),
    }
)
"""Rhythms behind the unit (2次/年)."""

AIMS: Final = ("力争", "争取", "力争实现", "力争达到", "力争完成")
TOTALS: Final = ("总数", "总量", "总数量", "累计", "共计", "总计", "合计", "一共", "共")
EACH: Final = ("各", "各自")
RANGE_SIGNS: Final = ("-", "--", "至", "到")

SCALES: Final = MappingProxyType(
    {
        "百": 100,
        "千": 1000,
        "万": 1_0000,
        "十万": 10_0000,
        "百万": 100_0000,
        "千万": 1000_0000,
        "亿": 1_0000_0000,
        "十亿": 10_0000_0000,
        "百亿": 100_0000_0000,
        "千亿": 1000_0000_0000,
        "万亿": 1_0000_0000_0000,
    }
)
"""Powers of ten behind digits (30万) or behind 上 (上亿)."""

UNITS: Final = (
    "件/万人", "人/万人", "名/万人", "元/人", "元/件", "%", "‰", "个百分点", "百分点", "倍", "番", "分",
    "件", "家", "个", "名", "人", "人次", "位", "户", "项", "篇", "期", "次", "场", "场次", "所", "类", "门",
    "种", "套", "份", "条", "例",
    "支", "起", "批", "部", "台", "辆", "只", "本", "册", "幅", "块", "处", "座", "间", "轮", "集", "档", "席",
    "对", "组", "队",
    "片", "页", "字", "节", "宗", "笔", "枚", "面", "栋", "条次", "件次", "家次", "课时", "学时", "课次", "学分",
    "天", "小时", "分钟", "工作日", "个工作日", "个小时", "个学时", "个课时",
    "元", "美元", "欧元", "亩", "公顷", "平方米", "平方公里", "公里", "米", "吨", "公斤", "千瓦时",
)  # fmt: skip
"""Measure words. 年, 月, 日, 级, 届, 号 are not among them: with a figure they make dates and ranks, not targets."""

VERBS: Final = (
    "举办", "开展", "组织", "组织开展", "安排", "召开", "举行", "设", "设立", "新设", "新增", "新建", "创建",
    "建设", "建成", "建立",
    "培育", "培养", "培训", "扶持", "扶持培育", "支持", "重点支持", "完成", "实现", "查处", "办理", "发布",
    "报送", "上报", "发表", "推荐",
    "组织推荐", "引进", "认定", "评选", "制定", "制订", "修订", "参与", "参加", "检查", "督查", "巡查", "走访",
    "服务", "受理", "调处",
    "编印", "编发", "印发", "报道", "刊发", "刊登", "推送", "出版", "播出", "播放", "组建", "打造", "形成",
    "争创", "申报", "申请",
    "获得", "授权", "注册", "登记", "转化", "实施", "资助", "奖励", "投入", "落实", "不断", "应", "应当", "须",
    "要", "为", "有", "占",
)  # fmt: skip
"""May stand between 每年, 至少, 各 and the figure (每年至少举办一次); they add nothing to the meaning."""

RANKS: Final = ("第", "前", "每")
"""Directly before a figure they make it a rank or a base (第3名, 每5家): no quantity begins there."""

VAGUE: Final = ("数", "几", "好几", "无数")
"""Directly before a numeral in characters they make it vague (数十家); 申请数2800件 is not touched."""

PASSED_OVER: Final = (
    "个月", "个半月", "个多月", "部门", "分之", "分别", "分局", "名单", "第一", "节约", "预约", "合约", "公约",
    "条约", "大约在", "公共", "共同",
    "其余", "业余", "最近", "附近", "邻近", "近年", "近期", "发达", "表达", "到达", "传达", "下达", "超额",
    "超前", "赶超", "高超", "各级", "各地",
    "各类", "各部门", "各有关", "以前", "之前", "底前", "日前", "月前", "年前", "目前", "当前", "提前", "此前",
    "十分", "万分", "一次性", "一体化",
    "三位一体", "五位一体", "四位一体", "八项规定", "十件大事", "三次产业", "千家万户", "一对一", "一条龙",
    "一部分", "多个", "多家", "设区市",
    "设计", "设备", "设施", "要求", "为主", "有关", "有效", "占用", "应用", "应对", "适应", "因为", "作为",
    "成为", "认为", "以为",
)  # fmt: skip
"""Words that only look like a part of a quantity."""

COMMAS: Final = ("、",)
"""Listed, so that the sign is a token of its own."""

CLAUSE_ENDS: Final = ("，", ",", "。", "；", ";", "：", ":", "！", "？", "\n")
