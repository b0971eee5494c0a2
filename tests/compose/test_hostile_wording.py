"""Templates that mean harm or are mistaken end in one Chinese line that names file and line, and cost nothing."""

import pytest

from ipplan.compose.phrase_language import MAX_PHRASE
from ipplan.compose.wording import Wording
from ipplan.errors import BrokenTemplate, UnreadableFile
from ipplan.resources import templates_folder

REFUSED = {
    "{{ nix }}": "1：没有“nix”这个名字，可以用的有：plan_title、number",
    "关于\n\n{{ nix }}": "3：没有“nix”这个名字，可以用的有：plan_title、number",
    "{{ nix.more }}": "1：没有“nix”这个名字，可以用的有：plan_title、number",
    "{{ nix|replace('a', 'b') }}": "1：没有“nix”这个名字，可以用的有：plan_title、number",
    "{% if nix %}甲{% endif %}": "1：没有“nix”这个名字，可以用的有：plan_title、number",
    "{{ plan_title.nix }}": "1：没有“nix”这个名字，可以用的有：plan_title、number",
    "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}": "1：措辞模板里不能用 {% for %}",
    "{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}": "1：措辞模板里不能用 {% macro %}",
    "甲\n{% include 'title.j2' %}": "2：措辞模板里不能用 {% include %}",
    "{% extends 'title.j2' %}": "1：措辞模板里不能用 {% extends %}",
    "{% set x = plan_title %}" + "{% set x = x ~ x %}" * 40: "1：措辞模板里不能用 {% set %}",
    "{% set x %}甲{% endset %}": "1：措辞模板里不能用 {% set %}",
    "{% with x = 1 %}{% endwith %}": "1：措辞模板里不能用 {% with %}",
    "{% filter upper %}甲{% endfilter %}": "1：措辞模板里不能用 {% filter %}",
    "{{ 'x' * 5000000000 }}": "1：措辞模板里不能用 *",
    "{{ 9 ** 9 ** 9 }}": "1：措辞模板里不能用 **",
    "{{ '%9999999999d' % 1 }}": "1：措辞模板里不能用 %",
    "{{ 1 / 0 }}": "1：措辞模板里不能用 /",
    "{{ [1] }}": "1：措辞模板里不能用 […]",
    "{{ 'x'.ljust(9999999999) }}": "1：措辞模板里不能用 ljust()",
    "{{ '{0.__class__}'.format(1) }}": "1：措辞模板里不能用 format()",
    "{{ range(5) }}": "1：措辞模板里不能用 range()",
    "{{ lipsum(n=1000000) }}": "1：措辞模板里不能用 lipsum()",
    "{{ cycler.__init__.__globals__ }}": "1：没有“__init__”这个名字",
    "{{ plan_title.__class__.__mro__ }}": "1：没有“__class__”这个名字",
    "{{ plan_title['__class__'] }}": "1：没有“__class__”这个名字",
    "{{ plan_title.startswith.__func__ }}": "1：没有“__func__”这个名字",
    "{{ plan_title|center(9999999999) }}": "1：No filter named 'center'.",
    "{{ plan_title|attr('__class__') }}": "1：No filter named 'attr'.",
    "{{ plan_title + 1 }}": "1：can only concatenate str",
    "{{ plan_title is divisibleby(0) }}": "1：not all arguments converted",
    "{{ plan_title is startswith }}": "1：No test named",
    "{{ 甲": "1：",
    "{% if plan_title %}": "1：",
    "{{" + "(" * 5000 + ")" * 5000 + "}}": "：",
    "{{ plan_title" + ".a" * 5000 + " }}": "：",
    "{% if plan_title %}" * 500 + "{% endif %}" * 500: "：",
    "{{ '" + "a" * 50_000 + "'|replace('a', '" + "b" * 50_000 + "') }}": f"1：填好的文字超过 {MAX_PHRASE} 字",
    "a" * (MAX_PHRASE + 1): f"：填好的文字超过 {MAX_PHRASE} 字",
    "甲\x00": "1：有看不见的控制字符 U+0000",
}


@pytest.fixture
def said(tmp_path):
    """A function that says a phrase with an office's own template, and the template's path."""

    def said(template):
        (tmp_path / "title.j2").write_bytes(template if isinstance(template, bytes) else template.encode())
        return Wording(tmp_path).phrase("title", plan_title="《计划》", number=None)

    return said


@pytest.mark.parametrize(("template", "reason"), REFUSED.items(), ids=range(len(REFUSED)))
def test_refused(said, tmp_path, template, reason):
    """The line, and what is wrong there."""
    with pytest.raises(BrokenTemplate) as refused:
        said(template)
    message = str(refused.value)
    assert message.startswith(f"措辞模板 {tmp_path / 'title.j2'}{'' if reason.startswith('：') else ':'}")
    assert reason in message


ALLOWED = {
    "关于印发{{ plan_title }}的通知": "关于印发《计划》的通知",
    "{%- if number %}{{ number }}号{% else %}无号{% endif -%}": "无号",
    "{{ number or '无号' }}{{ number|default('无', true) }}": "无号无",
    "{{ '印发' if plan_title.startswith('《') and not plan_title.endswith('通知') else '' }}": "印发",
    "{{ plan_title|replace('计划', '方案')|trim ~ '甲' + '乙' }}{{ plan_title[1:3] }}": "《方案》甲乙计划",
    "{{ plan_title|length }}{{ plan_title is defined }}{{ nix is defined }}{{ nix|default('无') }}": "4TrueFalse无",
}


@pytest.mark.parametrize(("template", "words"), ALLOWED.items(), ids=range(len(ALLOWED)))
def test_allowed(said, template, words):
    """What a phrase needs."""
    assert said(template) == words


def test_own_templates_are_allowed():
    """The phrases that come with ipplan keep to the language."""
    wording = Wording()
    for file in (templates_folder() / "wording").glob("*.j2"):
        assert wording._environment.get_template(file.name)


def test_template_that_is_no_text(said):
    """GBK and what is not text at all."""
    with pytest.raises(BrokenTemplate, match=r"title\.j2:1：文件像是 GBK"):
        said("关于印发的通知".encode("gbk"))
    with pytest.raises(UnreadableFile, match="超过 2 MB"):
        said(b"a" * 3_000_000)


def test_template_that_is_a_link(tmp_path):
    """A link may not bring in a file from outside of the folder; one inside it may."""
    (tmp_path / "secret").write_text("秘密", encoding="utf-8")
    folder = tmp_path / "wording"
    folder.mkdir()
    (folder / "title.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(BrokenTemplate, match="指到文件夹外面"):
        Wording(folder).phrase("title", plan_title="甲")
    (folder / "title.j2").unlink()
    (folder / "own.j2").write_text("自己的", encoding="utf-8")
    (folder / "title.j2").symlink_to("own.j2")
    assert Wording(folder).phrase("title", plan_title="甲") == "自己的"


def test_template_that_is_a_folder(tmp_path):
    (tmp_path / "title.j2").mkdir()
    with pytest.raises(UnreadableFile, match="这是文件夹"):
        Wording(tmp_path).phrase("title", plan_title="甲")
