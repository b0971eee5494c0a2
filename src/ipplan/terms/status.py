"""How far a task is, in the words of supervision; what wants attention first."""

from typing import Final, Literal, TypeAlias, get_args

Status: TypeAlias = Literal["滞后", "进行中", "未开始", "已完成", "已调整"]
"""What can be said of a task."""

STATUSES: Final[tuple[str, ...]] = get_args(Status)
"""All of it, in the order in which it is listed."""
