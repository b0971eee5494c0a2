"""Names of units: whether two different names are likely to mean one and the same body."""

from functools import lru_cache
from typing import Final

from ipplan.patterns import lazy_pattern

_AREAS: Final = "省市县区州盟旗"
_AREA: Final = lazy_pattern(rf"国家|[^{_AREAS}]{{0,3}}[{_AREAS}]")
_HEAD: Final = lazy_pattern(r"委员会|办公室|中心|[局委办厅院处队站]")
_RIVALS: Final = frozenset({"局", "委", "委员会", "厅"})
_SECOND_NAME: Final = lazy_pattern(r"[（(][^（）()]*[局委办部厅][）)]\Z")
_JOINING: Final = str.maketrans("", "", "和与及")
_LEFT_OUT: Final = ({"管理"}, {"行政", "管理"}, {"监督", "管理"}, set[str]())
_TELLING: Final = frozenset("一二三四五六七八九十东南西北中上下前后高初大小新老甲乙丙丁")
"""Characters that tell one body from its neighbour: 第一, 第二; 高级, 中级."""

_AREA_ENDS: Final = frozenset(_AREAS + "镇乡街村")
"""What stands right behind a character of a proper name: 南湖区 is not 秀湖区."""

_SHORTEST_MISPRINT: Final = 8
_SHORTEST_REST: Final = 4
_LONGEST: Final = 40


@lru_cache(maxsize=4096)
def same_body(one: str, other: str) -> bool:
    """Whether two different names look like one body; a name with 局 for 委, abbreviated, cut or misprinted.

    Names that are merely alike are those of two bodies: 市教育局, 市体育局; 市公安局, 市公安交管局; 县经发局, 区经发局.
    """
    if one == other or one[:2] != other[:2] or max(len(one), len(other)) > _LONGEST:
        return False
    short, long = sorted((one, other), key=lambda name: (len(name), name))
    return (
        _SECOND_NAME.sub("", long) == short
        or _area_cut(short, long)
        or _other_form(short, long)
        or (len(short) >= _SHORTEST_MISPRINT - 1 and _misprinted(short, long))
    )


def _area_cut(short: str, long: str) -> bool:
    """辽源专利信息服务网 for 辽源市专利信息服务网."""
    area = _AREA.match(long)
    if area is None or len(area[0]) < 3:
        return False
    rest = long[area.end() :]
    return len(rest) >= _SHORTEST_REST and short == area[0][:-1] + rest


def _other_form(short: str, long: str) -> bool:
    """市经贸局 for 市经贸委, 区经发局 for 区经济发展局: the same area, the same or a rival head."""
    ours, theirs = _parts(short), _parts(long)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return False
    if ours[2] != theirs[2] and not {ours[2], theirs[2]} <= _RIVALS:
        return False
    return ours[1] == theirs[1] or _abbreviates(*sorted((ours[1], theirs[1]), key=len))


def _parts(name: str) -> tuple[str, str, str] | None:
    """Area, stem and head: 市, 经贸, 委. None when a part is missing."""
    area = _AREA.match(name)
    if area is None:
        return None
    rest = name[area.end() :].translate(_JOINING)
    head = next((found for found in _HEAD.finditer(rest) if found.end() == len(rest)), None)
    return (area[0], rest[: head.start()], head[0]) if head is not None and head.start() else None


def _abbreviates(short: str, long: str) -> bool:
    """Whether a stem is made of the words of another, of two characters each: whole, or their first characters.

    Other words than 管理 and the like may only be left out of what is plainly an abbreviation: 人社 may be
    人力资源社会保障, but 公安 is not 公安交管.
    """
    if not 2 <= len(short) < len(long):
        return False
    words = [long[start : start + 2] for start in range(0, len(long), 2)]
    taken = initials = 0
    left_out: set[str] = set()
    for word in words:
        if short.startswith(word, taken):
            taken += len(word)
        elif short.startswith(word[0], taken):
            taken += 1
            initials += 1
        else:
            left_out.add(word)
    return taken == len(short) and short[0] == long[0] and (initials >= 2 or left_out in _LEFT_OUT)


def _misprinted(short: str, long: str) -> bool:
    """Long names that differ in one character, or lack one, where the character does not tell bodies apart."""
    same = next((at for at, (ours, theirs) in enumerate(zip(short, long, strict=False)) if ours != theirs), len(short))
    if same < 3 or len(long) < _SHORTEST_MISPRINT or long[same + 1 :] != short[same + (len(short) == len(long)) :]:
        return False
    differing = {long[same], *short[same : same + 1]}
    return not _TELLING & differing and not _AREA_ENDS & (differing | set(long[same + 1 : same + 3]))
