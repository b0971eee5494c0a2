"""Which two names look like one body, and which do not."""

import pytest

from ipplan.terms.unit_names import same_body

ONE_BODY = """
    区经济发展局/区经发局 市经贸委/市经贸局 市发展和改革委员会/市发改委 国家发展改革委/国家发改委
    市市场监督管理局/市市场监管局 市人力资源和社会保障局/市人社局 市应急局/市应急管理局 市工商局/市工商行政管理局
    市质量技术监督局/市质监局 市质量技术监督局/市质量技监局 市食品药品监管局/市食品药品监督管理局
    市经济和信息化委员会/市经信局 市文化广电和旅游局/市文广旅局 市科技局（知识产权局）/市科技局
    辽源市专利信息服务网/辽源专利信息服务网 市知识产权保护中心/市知识产权保妒中心 市食品药品监管局/市食品药监管局
"""

TWO_BODIES = """
    市科技局/市科协 市教育局/市体育局 市民政局/市财政局 市文化局/市文物局 市水利局/市水务局 市司法局/市法制局
    市公安局/市公安交管局 市卫生局/市卫生监督局 市财政局/市财政监督局 市交通局/市交通运输局 市人事局/市人社局
    县经发局/区经发局 市发改委/县发改局 市委宣传部/省委宣传部 市委/市局 市纪委/市委 市编委/市编办 市中级法院/市法院
    市高级人民法院/市中级人民法院 市第一人民医院/市第二人民医院 市政府办公室/市政府新闻办公室
    南湖区市场监督管理局/东湖区市场监督管理局 嘉兴市市场监督管理局/嘉善县市场监督管理局
    市知识产权保护中心/市知识产权服务中心 市委组织部（人才处）/市委组织部 市人大/市人大常委会 市教育局/市教育考试院
"""


@pytest.mark.parametrize("pair", ONE_BODY.split())
def test_one_body(pair):
    """A name abbreviated, with a rival head, cut, or misprinted, whichever comes first."""
    one, other = pair.split("/")
    assert same_body(one, other)
    assert same_body(other, one)


@pytest.mark.parametrize("pair", TWO_BODIES.split())
def test_two_bodies(pair):
    """Names that are merely alike."""
    one, other = pair.split("/")
    assert not same_body(one, other)
    assert not same_body(other, one)


@pytest.mark.parametrize("name", ["", "局", "市", "市科技局", "（局）", "知" * 50])
def test_a_name_is_no_second_name_of_itself(name):
    assert not same_body(name, name)
