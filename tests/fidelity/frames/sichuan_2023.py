"""四川 “五进”推进计划: known from a news report that strings the tasks of each part together."""

from fidelity.frame import PAGE_NUMBER, Frame, added_after, added_at_start
from fidelity.ordering import END
from fidelity.replacing import Replacement

_TITLE = "2023年深入开展知识产权“五进”推进计划"
_PARTS = {
    "一、进企业": (
        "持续开展企业知识产权宣传普及活动",
        "提升企业知识产权创造、保护、运用能力",
        "持续开展企业知识产权人才能力提升活动",
        "加强企业知识产权国际交流合作",
    ),
    "二、进单位": ("提升党政机关、事业单位人才知识产权业务能力", "开展党政人才知识产权普及教育"),
    "三、进社区": (
        "持续推进社区知识产权宣传教育",
        "开展知识产权便民利民服务",
        "开展提升知识产权意识的特色活动",
    ),
    "四、进学校": (
        "不断提升中小学知识产权普及教育",
        "大力加强高等院校知识产权工作",
        "大力加强知识产权培训教育师资队伍建设",
    ),
    "五、进网络": ("持续利用网络推进知识产权普及宣传", "提升党员、干部知识产权网络保护能力"),
}
_LABELS = ("（一）", "（二）", "（三）", "（四）")


def _part(numbered: str) -> Replacement:
    """The name of a part, on a line of its own."""
    return Replacement(f"\n{numbered[2:]}\n", f"\n{numbered}\n", "报道不录序号")


def _group(position: int, heading: str) -> Replacement:
    """The words by which the report joins a group of tasks to what stands before it, and its name to its text."""
    if position == 0:
        return Replacement(f"《2023年推进计划》提出,要{heading},", f"{_LABELS[0]}{heading}。", "报道的引语，另起一段")
    return Replacement(f";要{heading},", f"。\n{_LABELS[position]}{heading}。", "报道把各类任务连成一句，在此分段")


_RELATED = (
    "相关阅读",
    "成德眉资绵知识产权“五进”推进会召开",
    "消费质量报讯(记者 郭剑夫)近日,成德眉资绵知识产权“五进”推进会在成都市郫都区召开。四川省知识产权中心"
    "党组书记、四川省市场监管局副局长、党组副书记(兼)赵辉出席会议并作总结讲话。",
    "赵辉在总结讲话中总结了我省知识产权“五进”工作开展的三个特点:重顶层谋划,形成高位推动合力;重分类指导,"
    "发挥服务中心潜力;重平台搭建,注入持续深化动力。赵辉指出,成德绵眉资知识产权“五进”推进会的召开,实现了"
    "全省21个市(州)、县(市、区)知识产权“五进”分类推进工作的全覆盖。赵辉指出,要把知识产权“五进”融入"
    "到日常工作中去,从集中力量突破上升到自觉自发推进,推动知识产权“五进”不断深化;要注重实效、以行证知,深"
    "入基层一线听取群众意见反映,确保知识产权“五进”深入人心;要同心协力、强化保障,助力知识产权“五进”稳步"
    "推进。",
    "会前,全体参会人员现场观摩、实地体验了郫都区委、区政府推进知识产权“五进”的特色做法、显著成效。在现场观"
    "摩学习的基础上,成都市郫都区知识产权促进服务中心、成都高新区市场监管局、绵阳市教育体育局、绵阳市科学技术"
    "局、眉山市市场监管局(知识产权局)、资阳市农业农村局、乐至县市场监管局、成都市树德实验中学(东区)、绵竹"
    "市遵道学校、德阳科服与知识产权运营中心、四川默森药业有限公司等11个单位分别就知识产权“五进”工作交流发"
    "言。",
    "编辑:孙家钰 校对:张可 审核:申涵兮",
    "关键词:",
)


FRAME = Frame(
    sha256="97b361b9dded5a59e7ad182184060ebbde56f4a3d872ba5abd00238ce445963b",
    cuts=(
        Replacement("您的位置:首页 >聚焦 >\n", "", "网页导航"),
        Replacement("简讯:四川印发《2023 年深入开展知识产权“五进”推进计划》", _TITLE, "报道的题目，其中引了计划的标题"),
        Replacement(
            "近日,四川省知识产权服务促进中心联合四川省委组织部、宣传部等省直8部门连续第三年印发知识产权“五进”年度推进计划。"
            "《2023年深入开展知识产权“五进”推进计划》(以下简称《2023年推进计划》),",
            "",
            "报道的叙述，不是计划的话",
        ),
        Replacement("(资料图片仅供参考)\n", "", "网页插图的说明"),
        Replacement("(全媒体记者 郭剑夫)", "", "记者署名"),
        Replacement("\n\n".join(_RELATED), "", "另一篇报道和网页页脚"),
        *(_part(numbered) for numbered in _PARTS),
        *(_group(position, heading) for headings in _PARTS.values() for position, heading in enumerate(headings)),
    ),
    additions=(
        added_at_start(
            "印发通知，报道没有引；报道第一段写明由谁印发，没有写明的标【待定】",
            "四川省知识产权服务促进中心文件",
            "【发文字号待定】",
            f"关于印发{_TITLE}的通知",
            "【主送机关待定】：",
            f"现将《{_TITLE}》印发给你们，请结合本地实际认真抓好落实。",
            f"附件：{_TITLE}",
            "四川省知识产权服务促进中心四川省委组织部",
            "四川省委宣传部【发文机关待定】",
            "【成文日期待定】",
            "附件",
        ),
        added_after(END, "没有定稿的标明草稿", "草稿"),
        PAGE_NUMBER,
    ),
    draft=True,
)
