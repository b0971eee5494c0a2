"""Patterns that are compiled late are right all the same."""

import importlib
import pkgutil
import re

import pytest

import ipplan
from ipplan.patterns import _Uncompiled, lazy_pattern


def late_patterns():
    """Every pattern of the package that is compiled late, wherever it stands in a module."""
    for info in pkgutil.walk_packages(ipplan.__path__, "ipplan."):
        if not info.name.endswith("__main__"):
            for name, value in vars(importlib.import_module(info.name)).items():
                for one in value if isinstance(value, list | tuple) else [value]:
                    if isinstance(one, _Uncompiled):
                        yield f"{info.name}.{name}", one


def test_all_compile():
    """A mistake in a pattern that hardly any plan needs would show only there."""
    found = list(late_patterns())
    assert len(found) > 200
    assert [name for name, one in found if not isinstance(one.pattern, str)] == []


def test_used_like_compiled():
    """It has what `re.compile` gives, and its flags."""
    late = lazy_pattern("^a(.)", re.MULTILINE)
    assert [found[1] for found in late.finditer("ab\nac")] == ["b", "c"]
    assert late.sub("x", "ab\nac") == "x\nx"
    assert late.flags & re.MULTILINE


def test_mistake_shows_at_first_use():
    """A pattern that is none raises what `re.compile` would."""
    late = lazy_pattern("(")
    with pytest.raises(re.error):
        late.search("")
