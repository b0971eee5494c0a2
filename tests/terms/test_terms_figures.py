"""Figures as a message says them."""

from decimal import Decimal

import pytest

from ipplan.terms.figures import parse_figure, say_figure

SAID = {
    ("5", "件"): "5件",
    ("9000", "件"): "9000件",
    ("12000", "件"): "1.2万件",
    ("12345", "件"): "12345件",
    ("300000000", "元"): "3亿元",
    ("0.50", "%"): "0.5%",
    ("0", ""): "0",
}


@pytest.mark.parametrize(("figure", "said"), SAID.items())
def test_say_figure(figure, said):
    """万 and 亿 are used where nothing is lost by it."""
    value, unit = figure
    assert say_figure(Decimal(value), unit) == said


@pytest.mark.parametrize("words", ["1,200件", "-3.5", "20%"])
def test_what_is_said_is_read(words):
    """A figure without 万 and 亿 is read again as it was."""
    figure = parse_figure(words)
    assert figure is not None
    assert parse_figure(say_figure(*figure)) == figure
