"""连知〔2017〕2号: the page of the web site carries the whole notice."""

from fidelity.frame import PAGE_NUMBER, Frame, added_at_start
from fidelity.replacing import Replacement

FRAME = Frame(
    sha256="ff04129ed1d6299e1c074ad56ec11f4ed114977e6453e1deee807b1bf205c871",
    cuts=(
        Replacement("知识产权宣传\n与人才工作计划的通知", "知识产权宣传与人才工作计划的通知", "标题排成两行，不是两段"),
    ),
    additions=(
        added_at_start("发文机关标志，网页不载（GB/T 9704—2012 第7.2.4条）", "连云港市知识产权局文件"),
        PAGE_NUMBER,
    ),
)
