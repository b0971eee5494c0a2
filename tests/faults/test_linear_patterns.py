"""Every regular expression of the package takes time in proportion to the text: 100 kB of its worst input each.

The worst inputs are made of the pattern itself (`kit.patterns`): what each of its repetitions takes, with and without
what stands before it.
"""

import re

import pytest

from kit.patterns import SIZE, Used, all_patterns, is_linear, worst_texts

PATTERNS = all_patterns()


def test_all_are_found():
    """As many as the sources make, but for a few that are made in functions."""
    assert len(PATTERNS) > 300


@pytest.mark.parametrize("name", PATTERNS)
def test_linear(name):
    """Four times the worst text costs four times as much, not sixteen."""
    used = PATTERNS[name]
    for text in worst_texts(used.pattern):
        assert is_linear(used.read, text), text[:30]


@pytest.mark.parametrize(
    ("expression", "everywhere"),
    [
        ("《[^》]*》", True),
        (r"\d+年", True),
        (r"[甲乙]+丙", True),
        ("([，；])(?![^（]*）)", True),
        (".*?印发", True),
        (r"(?:甲+)+乙", False),
        (r"\s*、\s*和", True),
    ],
)
def test_others_are_noticed(expression, everywhere):
    """Quadratic and exponential ones fail; texts are shorter here, since they take so long."""
    used = Used(re.compile(expression), everywhere)
    texts = [text[: 20 if not everywhere else SIZE // 6] for text in worst_texts(used.pattern)]
    assert not all(is_linear(used.read, text, quick=0.02) for text in texts)
