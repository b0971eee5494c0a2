from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.frequency import Every, PeriodUnit
from ipplan.terms.quantity import find_quantities, parse_quantity
from ipplan.terms.quantity_types import Amount, Comparator, Growth, Quantity

EXACT, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, ABOUT = Comparator
YEARLY, MONTHLY = Every(1, PeriodUnit.YEAR), Every(1, PeriodUnit.MONTH)


def amount(comparator, low, unit, high=None, **more):
    return Amount(comparator, Decimal(low), Decimal(low if high is None else high), unit, **more)


# Every quantity of the five documents: words, meaning.
FROM_DOCUMENTS = {
    "不少于4篇": amount(AT_LEAST, 4, "篇"),
    "8所": amount(EXACT, 8, "所"),
    "每年至少召开一次": amount(AT_LEAST, 1, "次", per=YEARLY),
    "达到5500件以上": amount(AT_LEAST, 5500, "件"),
    "5500件以上": amount(AT_LEAST, 5500, "件"),
    "3300件以上": amount(AT_LEAST, 3300, "件"),
    "达到6000件": amount(EXACT, 6000, "件"),
    "3500件": amount(EXACT, 3500, "件"),
    "年均增长20%以上": amount(AT_LEAST, 20, "%", growth=Growth.ANNUAL_AVERAGE),
    "达到17件": amount(EXACT, 17, "件"),
    "10件以上": amount(AT_LEAST, 10, "件"),
    "2800件": amount(EXACT, 2800, "件"),
    "200件": amount(EXACT, 200, "件"),
    "达70%以上": amount(AT_LEAST, 70, "%"),
    "20项": amount(EXACT, 20, "项"),
    "5~7家": amount(EXACT, 5, "家", 7),
    "上亿元": amount(AT_LEAST, 1_0000_0000, "元", scale=1_0000_0000),
    "30家以上": amount(AT_LEAST, 30, "家"),
    "总数达到110家": amount(EXACT, 110, "家", total=True),
    "15家以上": amount(AT_LEAST, 15, "家"),
    "总数达到45家": amount(EXACT, 45, "家", total=True),
    "5个": amount(EXACT, 5, "个"),
    "70家": amount(EXACT, 70, "家"),
    "1~2家": amount(EXACT, 1, "家", 2),
    "达到90%": amount(EXACT, 90, "%"),
    "达到90%以上": amount(AT_LEAST, 90, "%"),
    "每年至少举办一次": amount(AT_LEAST, 1, "次", per=YEARLY),
    "每月不少于1期": amount(AT_LEAST, 1, "期", per=MONTHLY),
    "每年不少于3期": amount(AT_LEAST, 3, "期", per=YEARLY),
    "每年组织开展2次以上": amount(AT_LEAST, 2, "次", per=YEARLY),
    "每年安排1期以上": amount(AT_LEAST, 1, "期", per=YEARLY),
    "800-100名": amount(EXACT, 800, "名", 100),
    "至少各设一所": amount(AT_LEAST, 1, "所", each=True),
    "每半年开展一次": amount(EXACT, 1, "次", per=Every(1, PeriodUnit.HALF_YEAR)),
    "14类": amount(EXACT, 14, "类"),
    "37项": amount(EXACT, 37, "项"),
    "1-2个": amount(EXACT, 1, "个", 2),
    "1-2期": amount(EXACT, 1, "期", 2),
    "30所左右": amount(ABOUT, 30, "所"),
    "1个": amount(EXACT, 1, "个"),
    "2-3所": amount(EXACT, 2, "所", 3),
    "100人": amount(EXACT, 100, "人"),
    "2-3个": amount(EXACT, 2, "个", 3),
    "突破30万人": amount(MORE_THAN, 300_000, "人", scale=10_000),
    "三个": amount(EXACT, 3, "个"),
    "21个": amount(EXACT, 21, "个"),
    "11个": amount(EXACT, 11, "个"),
    "不少于2场": amount(AT_LEAST, 2, "场"),
    "13个": amount(EXACT, 13, "个"),
    "每个月至少举办一场": amount(AT_LEAST, 1, "场", per=MONTHLY),
    "每两个月至少举办一场": amount(AT_LEAST, 1, "场", per=Every(2, PeriodUnit.MONTH)),
    "一次": amount(EXACT, 1, "次"),
}

COMPARATORS = {
    "不低于90%": amount(AT_LEAST, 90, "%"),
    "至少5件": amount(AT_LEAST, 5, "件"),
    "≥5件": amount(AT_LEAST, 5, "件"),
    "超过5件": amount(MORE_THAN, 5, "件"),
    "30余家": amount(MORE_THAN, 30, "家"),
    "3万多人": amount(MORE_THAN, 30_000, "人", scale=10_000),
    "不超过5%": amount(AT_MOST, 5, "%"),
    "最多3次": amount(AT_MOST, 3, "次"),
    "控制在5%以内": amount(AT_MOST, 5, "%"),
    "5件以下": amount(AT_MOST, 5, "件"),
    "＜5%": amount(LESS_THAN, 5, "%"),
    "低于5%": amount(LESS_THAN, 5, "%"),
    "约30家": amount(ABOUT, 30, "家"),
    "近30家": amount(ABOUT, 30, "家"),
    "近百家": amount(ABOUT, 100, "家", scale=100),
    "超千件": amount(MORE_THAN, 1000, "件", scale=1000),
    "上百家": amount(AT_LEAST, 100, "家", scale=100),
    "1000余万元": amount(MORE_THAN, 10_000_000, "元", scale=10_000),
    "10家（含）以上": amount(AT_LEAST, 10, "家"),
}

FIGURES = {
    "100": amount(EXACT, 100, ""),
    "５５００件": amount(EXACT, 5500, "件"),
    "5,500件": amount(EXACT, 5500, "件"),
    "100 件": amount(EXACT, 100, "件"),
    "1.2万件": amount(EXACT, 12_000, "件", scale=10_000),
    "三十七项": amount(EXACT, 37, "项"),
    "三十万人": amount(EXACT, 300_000, "人"),
    "两场": amount(EXACT, 2, "场"),
    "百分之二十以上": amount(AT_LEAST, 20, "%"),
    "5～7家": amount(EXACT, 5, "家", 7),
    "5—7家": amount(EXACT, 5, "家", 7),
    "5家至7家": amount(EXACT, 5, "家", 7),
    "一至两场": amount(EXACT, 1, "场", 2),
    "20%～30%": amount(EXACT, 20, "%", 30),
    "800～1000名": amount(EXACT, 800, "名", 1000),
    "1～2万人": amount(EXACT, 10_000, "人", 20_000, scale=10_000),
    "8000～1.2万件": amount(EXACT, 8000, "件", 12_000, scale=10_000),
    "5个百分点": amount(EXACT, 5, "个百分点"),
    "12.5件/万人": amount(EXACT, "12.5", "件/万人"),
    "500人次": amount(EXACT, 500, "人次"),
}

AROUND = {
    "增长20%": amount(EXACT, 20, "%", growth=Growth.PLAIN),
    "同比增长20%左右": amount(ABOUT, 20, "%", growth=Growth.YEAR_ON_YEAR),
    "同比下降3个百分点": amount(EXACT, 3, "个百分点", growth=Growth.YEAR_ON_YEAR, falling=True),
    "增长到50件": amount(EXACT, 50, "件"),
    "力争达到90%": amount(EXACT, 90, "%", aim=True),
    "力争突破30万人": amount(MORE_THAN, 300_000, "人", scale=10_000, aim=True),
    "每年2次": amount(EXACT, 2, "次", per=YEARLY),
    "2次/年": amount(EXACT, 2, "次", per=YEARLY),
    "每年增长20%": amount(EXACT, 20, "%", growth=Growth.PLAIN, per=YEARLY),
    "累计培训500人次以上": amount(AT_LEAST, 500, "人次", total=True),
    "新增1～2家": amount(EXACT, 1, "家", 2),
    "培养800-100名": amount(EXACT, 800, "名", 100),
}

MEANINGS = FROM_DOCUMENTS | COMPARATORS | FIGURES | AROUND


@pytest.mark.parametrize(("words", "meaning"), MEANINGS.items(), ids=MEANINGS)
def test_meaning(words, meaning):
    """Each expression has its one meaning and prints as written."""
    assert parse_quantity(words) == Quantity(words, meaning)
    assert str(parse_quantity(words)) == words


NOT_UNDERSTOOD = (
    "", " ", "件", "以上", "不少于", "不少于件", "若干件", "数十家", "几家", "几十家", "三五家", "二三十家",
    "第3名", "前10位", "前两年",
    "前3年", "3年", "2017年", "2017年2月", "4月20日", "两个月", "5个月", "8部门", "十分", "4·26", "4.26.",
    "12330个电话", "LED屏5",
    "5件专利", "专利5件", "至少各设一所学校", "-5%", "5件6件", "14类37项", "5家至7件", "1.2.3件", "〔2017〕2号",
    "每5家",
    "5、6家", "5，500件", "5名/所", "一级", "十八届", "万人", "百家", "千万元", "9" * 16 + "件",
    "5" + " " * 3 + "件", "x" * 500,
)  # fmt: skip


@pytest.mark.parametrize("words", NOT_UNDERSTOOD)
def test_not_understood(words):
    """What is not one whole quantity is reported, never guessed."""
    assert parse_quantity(words) == Quantity(words, None, "not-understood")


@pytest.mark.parametrize("words", ["不少于5件以上", "超过5件以上", "至少不低于5件", "不超过5%以内", "30余家以上"])
def test_double_comparators(words):
    """A bound said twice keeps its meaning and is named as the problem."""
    quantity = parse_quantity(words)
    assert quantity.problem == "double-comparator"
    assert quantity.meaning is not None


@pytest.mark.parametrize("words", ["不少于5件以下", "约5件以上", "至少5件左右", "不超过5件以上", "近30余家"])
def test_conflicting_comparators(words):
    """Bounds that contradict each other have no meaning."""
    assert parse_quantity(words) == Quantity(words, None, "conflicting-comparators")


def test_ranges_know_their_direction():
    """800～100名 runs backwards, 800～1000名 does not, one figure is no range."""
    rows = {words: parse_quantity(words).meaning for words in ("800～100名", "800～1000名", "800名")}
    assert [meaning and meaning.descending for meaning in rows.values()] == [True, False, False]
    assert [meaning and meaning.is_range for meaning in rows.values()] == [True, True, False]


# Sentences of the five documents: text, the words that must be found in it.
SENTENCES = {
    "各县区在省知识产权局网站上发表的政务信息不少于4篇。": ["不少于4篇"],
    "《吉林省人民政府关于加快建设的实施意见》（吉政发〔2016〕27号）和《辽源市2013—2020年知识产权发展规划》": [],
    "改革开放四十年来、颁布十周年来，“五位一体”总体布局和“四个全面”战略布局，大众创业万众创新": [],
    "2018年4月20日至26日。4月20日，举行2018年辽源市知识产宣传周活动启动仪式": [],
    "LED大屏幕滚动播放“12330”知识产权维权援助举报投诉电话；“4•26”世界知识产权日当天": [],
    "组织辽源市8所省知识产权试点学校": ["8所"],
    "活动要落实中央八项规定": [],
    "年专利申请量和授权量分别达到5500件以上和3300件以上": ["达到5500件以上", "3300件以上"],
    "达到6000件和3500件,其中发明专利年均增长20%以上;每万人专利申请数和授权数分别达到17件和10件以上": [
        "达到6000件", "3500件", "年均增长20%以上", "达到17件", "10件以上",
    ],
    "3.年注册商标数2800件": ["2800件"],
    "4.试点期内新增市级以上著名商标200件": ["200件"],
    "1.全市企业专利技术实施率达70%以上": ["达70%以上"],
    "试点期内重点支持20项专利技术投入实施和产业化": ["20项"],
    "3.扶持培育5~7家具有自主知识产权、依靠专利技术实现产品产值上亿元的高新技术企业": ["5~7家", "上亿元"],
    "1.培育市级专利示范企业30家以上,总数达到110家;培育省级专利示范企业15家以上,总数达到45家": [
        "30家以上", "总数达到110家", "15家以上", "总数达到45家",
    ],
    "试点期末,我市参与国标和行标制订企业70家": ["70家"],
    "试点期内,全市新增1~2家知识产权中介服务机构": ["1~2家"],
    "案件结案率达到90%": ["达到90%"],
    "争取获得专利侵权纠纷案件司法一审管辖权": [],
    "各责任单位每年至少举办一次宣传活动,或联合举办大型宣传咨询活动": ["每年至少举办一次"],
    "报纸每月不少于1期,电视台每年不少于3期": ["每月不少于1期", "每年不少于3期"],
    "5.在嘉兴中小学中至少各设一所学校开展知识产权教育试点工作": ["至少各设一所"],
    "四川省委组织部、宣传部等省直8部门连续第三年印发": [],
    "总结了前两年计划实施过程中的经验做法,计划完成14类37项具体任务。": ["14类", "37项"],
    "2022年全省知识产权十件大事典型宣传,“网上办”“二十四小时不打烊”": [],
    "支持省内高校知识产权一级学科和二级知识产权学院建设,新增2-3所高校": ["2-3所"],
    "组织推荐一批知识产权精品视频课程": [],
    "深入学习党的十九大和十九届二中、三中、四中全会精神": [],
    "中国国家人才网(http://xyzp.newjobs.com.cn/5个)、91job智慧就业平台(http://www.91job.org.cn)": [],
    "原则上每个设区市举办不少于2场。": ["不少于2场"],
    "聚焦13个先进制造业产业集群": ["13个"],
    "作为一项全国性的知识产权服务活动": [],
    "活动期间每个月至少举办一场活动;其他设区市,每两个月至少举办一场活动。": [
        "每个月至少举办一场", "每两个月至少举办一场",
    ],
    "各设区市知识产权局于10月20日前将书面总结报送;电话:025-83279968": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), SENTENCES.items(), ids=range(len(SENTENCES)))
def test_found_in_sentences(text, words):
    """In the documents' own sentences exactly the quantities are found, at their place."""
    found = find_quantities(text)
    assert [one.quantity.words for one in found] == words
    assert all(text[one.start : one.end] == one.quantity.words for one in found)
    assert all(one.quantity.meaning == FROM_DOCUMENTS[one.quantity.words] for one in found)


NOT_FOUND = (
    "第3名、前10位、第一批", "数十家企业、几十家企业、三五家", "5个月内、两个月、3年内", "每5家企业",
    "节约成本、十分重要、万分感谢",
    "2017年2月7日印发", "连知〔2017〕2号", "一次会议、一场活动", "12330、4.26、100", "A5个、LED12块",
    "三位一体、一体化", "温度-5%",
    "新增5、6家", "发明专利5，500件", "超过10名/所", "千家万户、百家争鸣、服务万里行", "9999 999件",
)  # fmt: skip


@pytest.mark.parametrize("text", NOT_FOUND)
def test_nothing_found(text):
    """Ranks, vague numbers, dates, names and articles are no quantities."""
    assert find_quantities(text) == ()


def test_aim_reaches_over_the_clause():
    """力争 softens the figure of its clause even from a distance, but not of the next."""
    text = "力争到2010年底前培养800-100名人员，新增5家"
    assert [one.aim for one in find_quantities(text)] == [True, False]


def test_articles_on_request():
    """A bare 一 counts only when asked for."""
    assert find_quantities("开展一次督查") == ()
    assert [one.quantity.words for one in find_quantities("开展一次督查", articles=True)] == ["一次"]


PIECES = st.sampled_from(
    [
        "5", "30", "一", "两", "十", "百分之", "万", "亿", "件", "家", "%", "个", "月", "每年", "每", "至少",
        "不少于", "达到", "增长", "年均", "力争", "总数", "各", "举办", "以上", "左右", "余", "～", "-", "至",
        "上", "第", "前", "数", "《", "》", "“", "”", "，", ".", ",", " ",
    ]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=100), st.lists(PIECES, max_size=20).map("".join))


@given(TEXTS)
def test_any_text_is_parsed(words):
    """No text raises, prints differently or lacks both a meaning and a problem."""
    quantity = parse_quantity(words)
    assert str(quantity) == words
    assert quantity.meaning is not None or quantity.problem is not None


@given(TEXTS)
def test_what_is_found_can_be_parsed(text):
    """Found quantities stand in order, do not overlap and mean what their words mean."""
    end = 0
    for found in find_quantities(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.quantity.words
        assert parse_quantity(found.quantity.words) == found.quantity
        end = found.end
