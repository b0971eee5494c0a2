"""嘉兴 task decomposition: the end of the scheme and its table."""

from fidelity.frame import PAGE_NUMBER, Frame, added_after, added_at_start

FRAME = Frame(
    sha256="90478096f03fd2eb9483d1104c7d61385a9b3910269333be1cdb9650deb5f397",
    cuts=(),
    additions=(
        added_at_start("片断没有标题；名称见备注第2条，并注明节选", "嘉兴市国家知识产权试点城市工作方案（节选）"),
        added_after(
            "（三）加强督促检查。",
            "附件说明（GB/T 9704—2012 第7.3.4条）",
            "附件：嘉兴市建设国家知识产权试点城市工作目标和任务分解",
        ),
        PAGE_NUMBER,
    ),
)
