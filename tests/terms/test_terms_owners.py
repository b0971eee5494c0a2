import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipplan.terms.owners import split_units

CLOSED = {
    "市科技局": ("市科技局",),
    "市经贸委,各县(市、区)政府": ("市经贸委", "各县(市、区)政府"),
    "市经贸委，各县（市、区）政府": ("市经贸委", "各县（市、区）政府"),
    "市科技局(知识产权局)、市工商局": ("市科技局(知识产权局)", "市工商局"),
    "市人事局(市编委办)": ("市人事局(市编委办)",),
    "市科技局、嘉兴经济开发区管委会": ("市科技局", "嘉兴经济开发区管委会"),
    "市委宣传部、市科技局(知识产权局)、市文化局。": ("市委宣传部", "市科技局(知识产权局)", "市文化局"),
    "各县区知识产权局，高新区科技局，徐圩新区经发局": ("各县区知识产权局", "高新区科技局", "徐圩新区经发局"),
    "省知识产权局和各设区市知识产权局": ("省知识产权局和各设区市知识产权局",),
    "市农业和农村局；市财政局": ("市农业和农村局", "市财政局"),
    "A、 B ;C、、": ("A", "B", "C"),
    "市经信局（市（县）工信局、办公室）、市财政局": ("市经信局（市（县）工信局、办公室）", "市财政局"),
    "": (),
    "）、市科技局": ("）", "市科技局"),
    "等级评定办公室": ("等级评定办公室",),
}


@pytest.mark.parametrize(("words", "names"), CLOSED.items(), ids=CLOSED)
def test_names_in_order(words, names):
    """Lists are split outside brackets only, and 和 never splits."""
    units = split_units(words)
    assert units.names == names
    assert not units.open


OPEN = {
    "市科技局、市财政局等": ("市科技局", "市财政局"),
    "市科技局、市财政局等有关部门": ("市科技局", "市财政局"),
    "市委组织部、宣传部等8部门": ("市委组织部", "宣传部"),
    "四川省知识产权局、眉山市知识产权局等11个单位。": ("四川省知识产权局", "眉山市知识产权局"),
    "等": (),
}


@pytest.mark.parametrize(("words", "names"), OPEN.items(), ids=OPEN)
def test_open_lists(words, names):
    """A trailing 等 is taken off and reported."""
    units = split_units(words)
    assert units.names == names
    assert units.open


@given(st.text(st.sampled_from("市局、，,；;（）()等和 《》\n。"), max_size=40))
def test_any_text_splits(words):
    """Any text gives a list that prints as written and holds no empty name."""
    units = split_units(words)
    assert str(units) == words
    assert all(name and name == name.strip() for name in units.names)
