"""Take a known word off the beginning or the end of a text."""


def without_start(text: str, beginnings: tuple[str, ...]) -> str:
    """Return `text` without the first of `beginnings` that it begins with; list the longer ones first."""
    for beginning in beginnings:
        if text.startswith(beginning):
            return text.removeprefix(beginning)
    return text


def without_end(text: str, endings: tuple[str, ...]) -> str:
    """Return `text` without the first of `endings` that it ends with; list the longer ones first."""
    for ending in endings:
        if text.endswith(ending):
            return text.removesuffix(ending)
    return text
