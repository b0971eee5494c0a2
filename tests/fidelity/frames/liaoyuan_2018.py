"""辽源市知识产权宣传周活动方案: the text of the scheme and nothing else."""

from fidelity.frame import PAGE_NUMBER, Frame

FRAME = Frame(
    sha256="1f8148db77eb2665abe59b5bf67f1449cb0ffa8dfe892ce313a0bdcae906f10e",
    cuts=(),
    additions=(PAGE_NUMBER,),
)
