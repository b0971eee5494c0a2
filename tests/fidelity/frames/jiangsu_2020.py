"""苏知发〔2020〕63号: a page of the office's web site, without the form that it announces."""

from fidelity.frame import PAGE_NUMBER, Frame, added_after, added_at_start, added_table
from fidelity.ordering import END
from fidelity.replacing import Replacement

_COLUMNS = (
    "序号",
    "供需对接的形式及次数",
    "培训类型及次数",
    "促成知识产权质押融资数量及金额",
    "各类服务惠及企业数量",
    "备注",
)

FRAME = Frame(
    sha256="8a1e3062a4a115918ff4062338018b02ee75ae9602c2040ae80b8243ffd6abc9",
    cuts=(
        Replacement("政策文件\n", "", "网站栏目名"),
        Replacement(
            "疫情应对丨关于印发2020年江苏省“知识产权服务万里行”活动实施方案的通知\n",
            "",
            "网页的题目，下一行才是公文标题",
        ),
    ),
    additions=(
        added_at_start("发文机关标志，网页不载（GB/T 9704—2012 第7.2.4条）", "江苏省知识产权局文件"),
        added_after(
            END, "附件标识和附件标题（GB/T 9704—2012 第7.3.7条）", "附件", "2020年“知识产权服务万里行”活动成效汇总表"
        ),
        added_after(END, "空白表的填报项，网页未载此表", "填报单位（盖章）：填报人：联系电话："),
        added_table("空白表的栏目，取自正文“如……等（见附件）”", _COLUMNS),
        added_table("空白表的八行", *((str(number), "", "", "", "", "") for number in range(1, 9))),
        PAGE_NUMBER,
    ),
)
