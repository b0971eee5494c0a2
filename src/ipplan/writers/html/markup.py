"""HTML elements as text. Words go through `words` or `lines`, which escape them; attributes are escaped here."""

from __future__ import annotations

from html import escape

from ipplan.patterns import lazy_pattern


def element(tag: str, /, *content: str, **attributes: str | float | None) -> str:
    """An element around markup. An attribute that is None is left out; `class_` and `aria_label` lose their `_`."""
    return f"{void(tag, **attributes)}{''.join(content)}</{tag}>"


def void(tag: str, /, **attributes: str | float | None) -> str:
    """An element that has no content and no end; see `element`."""
    given = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{given}>"


def words(text: str) -> str:
    """Text, so that nothing in it is markup."""
    return escape(text, quote=False)


def prose(text: str) -> str:
    """Running text; a line may end before a quotation in curly marks, and behind it.

    Browsers keep these marks with the characters on both sides, and a justified line gapes.
    """
    return _AROUND_QUOTATIONS.sub("<wbr>", words(text))


_AROUND_QUOTATIONS = lazy_pattern("(?<=[\u4e00-\u9fff，。、；：？！）》])(?=“)|(?<=”)(?=[\u4e00-\u9fff（《])")
"""Between a quotation and a Chinese character, a mark that ends something before it, or one that opens behind it."""


def lines(parts: tuple[str, ...]) -> str:
    """Text that the printed page breaks into lines and the screen shows in one piece."""
    if len(parts) == 1:
        return words(parts[0])
    return "".join(element("span", words(part), class_="line") for part in parts)
