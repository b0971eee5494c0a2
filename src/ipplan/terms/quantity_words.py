"""The words of quantities: to teach the grammar a new word, add it to its table here."""

from types import MappingProxyType
from typing import Final

from ipplan.terms.frequency import Every, PeriodUnit
from ipplan.terms.quantity_types import Comparator, Growth

_AT_LEAST: Final = (
    "不少于", "不低于", "不小于", "不得少于", "不得低于", "不得小于", "应不少于", "应不低于", "至少", "最少", "起码",
    "不下", "不下于", "达到或超过", "达到并超过", "大于等于", "大于或等于", "≥", ">=",
)  # fmt: skip
_MORE_THAN: Final = ("超过", "超出", "突破", "高于", "多于", "大于", "超", "逾", "过", ">")
_AT_MOST: Final = (
    "不超过", "不超出", "不高于", "不多于", "不大于", "不得超过", "不得高于", "不得多于", "不得大于", "至多", "最多",
    "最高不超过", "小于等于", "小于或等于", "≤", "<=",
)  # fmt: skip
_LESS_THAN: Final = ("低于", "少于", "小于", "不足", "不到", "<")
_ABOUT: Final = ("约", "大约", "约为", "近", "接近", "将近", "大致", "≈")

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
        "或以上": Comparator.AT_LEAST,
        "以上(含)": Comparator.AT_LEAST,
        "以上（含）": Comparator.AT_LEAST,
        "（含）以内": Comparator.AT_MOST,
        "以内": Comparator.AT_MOST,
        "内": Comparator.AT_MOST,
        "之内": Comparator.AT_MOST,
        "左右": Comparator.ABOUT,
        "上下": Comparator.ABOUT,
        "之间": Comparator.EXACT,
    }
)
"""Comparators behind the unit; in official usage 以上, 以下 and 以内 include the figure itself."""

RESIDUES: Final = ("余", "多")
"""Between figure and unit: a little more than the figure (30余家)."""

REACHED: Final = (
    "达到", "达", "均达到", "控制在", "保持在", "稳定在", "维持在",
    "提高到", "提高至", "提升到", "提升至", "增长到", "增长至", "增加到", "增加至", "降低到", "降低至",
    "下降到", "下降至", "降到", "降至", "减少到", "减少至", "压缩到", "压缩至", "达到了", "均达", "均控制在",
    "增至", "增加为", "升至", "升到", "上升到", "上升至", "提至", "提到", "扩大到", "扩大至", "发展到", "减至", "减到",
    "压减到", "压减至", "缩短到", "缩短至", "缩减到", "缩减至", "削减到", "削减至", "回升到", "提升为", "提高为",
)  # fmt: skip
"""Say that a level is reached; they add no bound of their own (达到90% is 90%)."""

_RISING: Final = (
    "增长", "增加", "提高", "提升", "递增", "增幅", "增速", "翻", "增长率", "上升", "上涨", "涨幅", "增长幅度",
    "扩大", "再增加",
)  # fmt: skip
_FALLING: Final = (
    "下降", "减少", "降低", "压缩", "递减", "降幅", "压减", "缩短", "缩减", "削减", "减小", "下降率", "下降幅度",
)  # fmt: skip
_BASES: Final = MappingProxyType(
    {
        "年均": Growth.ANNUAL_AVERAGE,
        "年平均": Growth.ANNUAL_AVERAGE,
        "同比": Growth.YEAR_ON_YEAR,
        "比上年": Growth.YEAR_ON_YEAR,
        "较上年": Growth.YEAR_ON_YEAR,
        "比去年": Growth.YEAR_ON_YEAR,
        "较去年": Growth.YEAR_ON_YEAR,
        "比上年度": Growth.YEAR_ON_YEAR,
        "较上年度": Growth.YEAR_ON_YEAR,
        "比上年同期": Growth.YEAR_ON_YEAR,
        "较上年同期": Growth.YEAR_ON_YEAR,
        "比去年同期": Growth.YEAR_ON_YEAR,
        "较去年同期": Growth.YEAR_ON_YEAR,
        "在上年基础上": Growth.YEAR_ON_YEAR,
        "在去年基础上": Growth.YEAR_ON_YEAR,
        "与上年相比": Growth.YEAR_ON_YEAR,
        "与去年相比": Growth.YEAR_ON_YEAR,
        "与去年同期相比": Growth.YEAR_ON_YEAR,
        "环比": Growth.PERIOD_ON_PERIOD,
        "": Growth.PLAIN,
    }
)
CHANGES: Final = MappingProxyType(
    {basis + verb: (growth, False) for basis, growth in _BASES.items() for verb in _RISING}
    | {basis + verb: (growth, True) for basis, growth in _BASES.items() for verb in _FALLING}
)
"""Words for a change: what it is measured against, and whether it goes down."""

AVERAGES: Final = MappingProxyType(
    {
        "年均": Every(1, PeriodUnit.YEAR),
        "逐年": Every(1, PeriodUnit.YEAR),
        "全年": Every(1, PeriodUnit.YEAR),
        "月均": Every(1, PeriodUnit.MONTH),
        "季均": Every(1, PeriodUnit.QUARTER),
        "周均": Every(1, PeriodUnit.WEEK),
        "日均": Every(1, PeriodUnit.DAY),
    }
)
"""Rhythms that are not written with 每; 全年 is in the one year of the plan."""

PER_AFTER: Final = MappingProxyType(
    {
        "/年": Every(1, PeriodUnit.YEAR),
        "/季度": Every(1, PeriodUnit.QUARTER),
        "/季": Every(1, PeriodUnit.QUARTER),
        "/月": Every(1, PeriodUnit.MONTH),
        "/周": Every(1, PeriodUnit.WEEK),
        "/日": Every(1, PeriodUnit.DAY),
        "/天": Every(1, PeriodUnit.DAY),
        "/学期": Every(1, PeriodUnit.TERM),
    }
)
"""Rhythms behind the unit (2次/年)."""

AIMS: Final = ("力争", "争取", "力争实现", "力争达到", "力争完成", "努力", "力求", "原则上")
TOTALS: Final = (
    "总数", "总量", "总数量", "累计", "共计", "总计", "合计", "一共", "共", "累计达到", "总规模", "总额", "累计实现",
    "共有",
)  # fmt: skip
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
    "%", "‰", "个百分点", "百分点", "倍", "番", "成", "分", "件", "家", "个", "名", "人", "人次", "位", "户", "项",
    "篇", "期", "次", "场", "场次", "所", "类", "门", "种", "套", "份", "条", "例", "支", "起", "批", "部", "台",
    "辆", "只", "本", "册", "幅", "块", "处", "座", "间", "轮", "集", "档", "席", "对", "组", "队", "片", "页", "字",
    "节", "宗", "笔", "枚", "面", "栋", "幢", "张", "张床位", "个床位", "盏", "口", "眼", "根", "棵", "株", "头",
    "羽", "尾", "匹", "单", "票", "股", "班", "讲", "课", "艘", "架", "台套", "台次", "座次", "户次", "条次", "件次",
    "家次", "辆次", "班次", "批次", "架次", "万次", "点次", "课时", "学时", "课次", "学分", "个学分", "天", "小时",
    "分钟", "工作日", "个工作日", "个小时", "个学时", "个课时", "岁", "周岁", "人天", "人年", "个岗位", "个座位",
    "元", "美元", "欧元", "亩", "公顷", "平方米", "平方公里", "平方千米", "立方米", "公里", "千米", "米", "厘米",
    "毫米", "吨", "公斤", "千克", "克", "毫克", "微克", "斤", "升", "毫升", "吨标准煤", "吨标煤", "千瓦时", "千瓦",
    "兆瓦", "兆瓦时", "分贝", "摄氏度", "℃", "度", "标准箱", "TEU", "MW", "GB", "TB", "PB",
)  # fmt: skip
"""Measure words. 年, 月, 日, 级, 届, 号 are not among them: with a figure they make dates and ranks, not targets."""

RATE_BASES: Final = (
    "人口", "常住人口", "人", "名从业人员", "从业人员", "户", "亩", "公顷", "平方米", "平方公里", "立方米", "升",
    "公里", "吨", "吨标准煤", "元", "元产值", "元GDP", "件", "家", "家企业", "台", "辆", "车", "千瓦时", "人次",
    "学时",
)  # fmt: skip
"""What may stand behind the stroke of a rate (微克/立方米) or behind 每万; 所, 年 and 月 do not."""

RATE_NAMES: Final = MappingProxyType({"人口": "人", "常住人口": "人"})
"""Bases of rates that have a shorter name in the unit: 每万人口15件 has the unit 件/万人."""

RATE_HEADS: Final = MappingProxyType({"人均": "人", "户均": "户", "亩均": "亩", "车均": "车"})
"""Averages before the figure: 人均30平方米 has the unit 平方米/人."""

VERBS: Final = (
    "举办", "开展", "组织", "组织开展", "安排", "召开", "举行", "设", "设立", "新设", "新增", "新建", "创建", "建设",
    "建成", "建立", "培育", "培养", "培训", "扶持", "扶持培育", "支持", "重点支持", "完成", "实现", "查处", "办理",
    "发布", "报送", "上报", "发表", "推荐", "组织推荐", "引进", "认定", "评选", "制定", "制订", "修订", "参与",
    "参加", "检查", "督查", "巡查", "走访", "服务", "受理", "调处", "编印", "编发", "印发", "报道", "刊发", "刊登",
    "推送", "出版", "播出", "播放", "组建", "打造", "形成", "争创", "申报", "申请", "净增", "增设", "新增加",
    "新培育", "新认定", "新引进", "新组建", "新培养", "新发展", "新登记", "新签约", "新开工", "新改建", "新改扩建",
    "新建成", "新创建", "改造", "改建", "扩建", "改造提升", "提升改造", "修建", "整治", "治理", "排查", "整改",
    "淘汰", "关停", "关闭", "退出", "减排", "种植", "造林", "植树", "发放", "发送", "印制", "张贴", "悬挂", "覆盖",
    "惠及", "接待", "解决", "化解", "帮扶", "结对", "选派", "选聘", "招聘", "招录", "吸纳", "遴选", "选树", "命名",
    "立项", "转让", "许可", "质押", "融资", "签约", "落地", "开工", "竣工", "孵化", "备案", "公开", "公布", "更新",
    "录制", "制作", "拍摄", "征集", "收集", "采集", "梳理", "清理", "提供", "成功", "成功创建", "筹集", "募集",
    "争取资金", "配备", "设置", "确保", "保证", "务必", "必须", "保持", "人民币", "了", "是", "上升为", "轮训",
    "组织培训", "开展培训", "组织举办", "组织召开", "集中组织", "集中开展", "联合开展", "联合举办", "抽查", "抽检",
    "监测", "检测", "检验", "普查", "送达", "获得", "授权", "注册", "登记", "转化", "实施", "资助", "奖励", "投入",
    "落实", "不断", "应", "应当", "须", "要", "为", "有", "占",
)  # fmt: skip
"""May stand between 每年, 至少, 各 and the figure (每年至少举办一次); they add nothing to the meaning."""

RANKS: Final = ("第", "前", "每")
"""Directly before a figure they make it a rank or a base (第3名, 每5家): no quantity begins there."""

VAGUE: Final = ("数", "几", "好几", "无数")
"""Directly before a numeral in characters they make it vague (数十家); 申请数2800件 is not touched."""

PASSED_OVER: Final = (
    "个月", "个半月", "个多月", "部门", "分之", "分别", "分局", "名单", "第一", "节约", "预约", "合约", "公约",
    "条约", "大约在", "公共", "共同", "其余", "业余", "最近", "附近", "邻近", "近年", "近期", "发达", "表达", "到达",
    "传达", "下达", "超额", "超前", "赶超", "高超", "各级", "各地", "各类", "各部门", "各有关", "以前", "之前",
    "底前", "日前", "月前", "年前", "目前", "当前", "提前", "此前", "十分", "万分", "一次性", "一体化", "三位一体",
    "五位一体", "四位一体", "八项规定", "十件大事", "三次产业", "千家万户", "一对一", "一条龙", "一部分", "多个",
    "多家", "设区市", "成立", "成果", "成员", "成效", "成绩", "成熟", "成本", "成长", "成都", "构成", "零件",
    "零部件", "零售", "零距离", "零散", "零星", "一批", "一系列", "是否", "尤其是", "还是", "特别是", "但是", "只是",
    "于是", "了解", "内部", "内容", "内外", "内控", "内涵", "内地", "内资", "内需", "内贸", "内河", "内陆", "内蒙古",
    "内务", "内设", "内生", "内环", "一张网", "一张表", "一张图", "一口清", "一股", "一面", "一头", "一票", "一体",
    "一度", "制度", "程度", "力度", "年度", "季度", "进度", "幅度", "高度", "深度", "速度", "额度", "调度", "温度",
    "浓度", "密度", "态度", "角度", "一单", "设计", "设备", "设施", "要求", "为主", "有关", "有效", "占用", "应用",
    "应对", "适应", "因为", "作为", "成为", "认为", "以为", "经过", "通过", "跨过", "受过", "获过", "发生过",
    "举办过", "举行过", "召开过", "开展过", "组织过", "参加过", "参与过", "获得过", "取得过", "担任过", "承担过",
)  # fmt: skip
"""Words that only look like a part of a quantity."""

COMMAS: Final = ("、",)
"""Listed, so that the sign is a token of its own."""

CLAUSE_ENDS: Final = ("，", ",", "。", "；", ";", "：", ":", "！", "？", "\n")

HALVES: Final = ("一半", "半数")

BASE_PERIODS: Final = ("基期", "试点前", "规划期初", "创建前")
"""What a change may be measured against besides a year or a quoted plan (较基期提高5个百分点)."""

START_PERIODS: Final = (*BASE_PERIODS, "目前", "现在", "现有", "当前", "上年", "去年", "上年末", "去年底", "上年底")
"""Beginnings of a change that name no year (由目前的60%提高到75%)."""

COVERED: Final = ("全覆盖", "全面覆盖", "百分百覆盖")
"""Read as 100 % when nothing but a verb of reaching stands before them."""

NO_GROWTH: Final = MappingProxyType({"零增长": Comparator.EXACT, "负增长": Comparator.LESS_THAN})
