"""All checks of the file itself, in the order of the clauses. Those of the pages are in `inspection.pages.registry`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ipplan.inspection.check import Check
from ipplan.inspection.checks import end, foot, formats, head, page, tables, text, title
from ipplan.inspection.elements import Form

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ipplan.inspection.elements import Paper

PaperCheck: TypeAlias = "Check[Paper]"

FILE_CHECKS: tuple[PaperCheck, ...] = (
    Check("paper-size", "用纸", ("page.width", "page.height"), "{page.width} × {page.height}", page.paper_size),
    Check("margins", "天头、订口", ("page.margin_top", "page.margin_left"),
          "天头 {page.margin_top}、订口 {page.margin_left}，±{page.tolerance}", page.margins),
    Check("type-area", "版心", ("page.text_width", "page.text_height"),
          "{page.text_width} × {page.text_height}", page.type_area),
    Check("body-font", "正文字体", ("body.font",), "{font body}", text.body_font),
    Check("body-size", "正文字号", ("body.size",), "{body.size}", text.body_size),
    Check("quotation-marks", "中文标点的字体", ("body.quotes",), "{body.quotes}", text.quotation_marks),
    Check("theme-fonts", "主题字体", ("body.theme_fonts",), "{body.theme_fonts}", text.theme_fonts),
    Check("lines-per-page", "每面行数", ("page.lines",), "{page.lines} 行", page.lines_per_page),
    Check("characters-per-line", "每行字数", ("page.characters",), "{page.characters} 字", page.characters_per_line),
    Check("widow-control", "孤行控制", ("body.widow_control",), "{body.widow_control}", page.widow_control),
    Check("black-text", "文字颜色", ("body.colour",), "{body.colour}", text.black_text),
    Check("copy-number", "份号", ("copy_number.digits",), "{copy_number.digits} 位数字", head.copy_number),
    Check("classification-form", "密级的写法", ("classification.form",), "如“{classification.form}”",
          head.classification_form),
    Check("classification-font", "密级字体", ("classification.font",), "{font classification}",
          head.classification_font),
    Check("urgency-font", "紧急程度字体", ("urgency.font",), "{font urgency}", head.urgency_font),
    Check("masthead-font", "发文机关标志字体", ("masthead.font",), "{font masthead}", head.masthead_font),
    Check("masthead-colour", "发文机关标志颜色", ("masthead.colour",), "{masthead.colour}", head.masthead_colour),
    Check("masthead-align", "发文机关标志居中", ("masthead.align",), "{masthead.align}", head.masthead_align),
    Check("masthead-top", "发文机关标志位置", ("masthead.top",), "距版心上边缘 {masthead.top}", head.masthead_top),
    Check("number-form", "发文字号的写法", ("number.form",), "如“×发{number.form}”", head.number_form),
    Check("number-align", "发文字号位置", ("number.align",), "{number.align}", head.number_align),
    Check("number-lines", "发文字号上空", ("number.lines_before",), "{number.lines_before} 行", head.number_lines),
    Check("signer-font", "签发人姓名字体", ("signer.font",), "{font signer}", head.signer_font),
    Check("red-rule-colour", "版头分隔线颜色", ("red_rule.colour",), "{red_rule.colour}", head.red_rule_colour),
    Check("red-rule-length", "版头分隔线长度", ("red_rule.length",), "{red_rule.length}", head.red_rule_length),
    Check("red-rule-distance", "版头分隔线位置", ("red_rule.distance",), "发文字号之下 {red_rule.distance}",
          head.red_rule_distance),
    Check("title-font", "标题字体", ("title.font",), "{font title}", title.title_font),
    Check("title-size", "标题字号", ("title.size",), "{title.size}", title.title_size),
    Check("title-align", "标题居中", ("title.align",), "{title.align}", title.title_align),
    Check("title-lines", "标题上空", ("title.lines_before",), "分隔线下空 {title.lines_before} 行", title.title_lines),
    Check("title-width", "标题每行字数", ("title.characters",), "不超过 {title.characters} 字", title.title_width),
    Check("addressees-lines", "主送机关上空", ("addressees.lines_before",), "{addressees.lines_before} 行",
          title.addressees_lines),
    Check("addressees-indent", "主送机关顶格", ("addressees.indent",), "左空 {addressees.indent} 字",
          title.addressees_indent),
    Check("addressees-end", "主送机关末尾", ("addressees.end",), "全角冒号“{addressees.end}”", title.addressees_end),
    Check("first-line-indent", "正文首行", ("body.indent",), "左空 {body.indent} 字", text.first_line_indent),
    Check("heading1-font", "一级标题字体", ("heading1.font",), "{font heading1}", text.heading_font(1)),
    Check("heading2-font", "二级标题字体", ("heading2.font",), "{font heading2}", text.heading_font(2)),
    Check("heading3-font", "三级标题字体", ("heading3.font",), "{font heading3}", text.heading_font(3)),
    Check("heading4-font", "四级标题字体", ("heading4.font",), "{font heading4}", text.heading_font(4)),
    Check("attachment-list-form", "附件说明的写法", ("attachments.label",), "“{attachments.label}”，多个依次编号",
          end.list_form),
    Check("attachment-list-end", "附件名称末尾", ("attachments.end",), "{attachments.end}", end.list_end),
    Check("attachment-list-lines", "附件说明上空", ("attachments.lines_before",), "{attachments.lines_before} 行",
          end.list_lines),
    Check("attachment-list-indent", "附件说明缩进", ("attachments.indent",), "左空 {attachments.indent} 字",
          end.list_indent),
    Check("signature-place", "署名和日期位置", ("signature.sealed_date_right", "signature.unsealed_right"),
          "用印的日期右空 {signature.sealed_date_right} 字、署名居中；不用印的署名右空 {signature.unsealed_right} 字",
          end.signature_place),
    Check("signature-lines", "署名上空", ("signature.unsealed_lines_before",),
          "至少 {signature.unsealed_lines_before} 行", end.signature_lines),
    Check("date-form", "成文日期的写法", ("date.form",), "如“{date.form}”", end.date_form),
    Check("remark-indent", "附注缩进", ("remark.indent",), "左空 {remark.indent} 字", end.remark_indent),
    Check("attachment-label-form", "附件标识的写法", ("attachment_label.form",),
          "“附件”或“{attachment_label.form}”，后面没有标点", end.label_form),
    Check("attachment-label-font", "附件标识字体", ("attachment_label.font",), "{font attachment_label}",
          end.label_font),
    Check("attachment-label-place", "附件标识位置", ("attachment_label.place",), "{attachment_label.place}",
          end.label_place),
    Check("attachment-title-line", "附件标题位置", ("attachment_title.line",), "第 {attachment_title.line} 行",
          end.attachment_title_line),
    Check("attachment-agreement", "附件序号和标题", ("attachment_label.agreement",), "{attachment_label.agreement}",
          end.attachment_agreement),
    Check("colophon-rule-length", "版记分隔线长度", ("colophon.rule_length",), "{colophon.rule_length}",
          foot.colophon_rule_length),
    Check("colophon-outer-rules", "版记首末分隔线", ("colophon.thick_rule",), "{colophon.thick_rule}",
          foot.outer_rules),
    Check("colophon-inner-rules", "版记中间分隔线", ("colophon.thin_rule",), "{colophon.thin_rule}", foot.inner_rules),
    Check("colophon-rule-colour", "版记分隔线颜色", ("colophon.colour",), "{colophon.colour}",
          foot.colophon_rule_colour),
    Check("colophon-size", "版记字号", ("colophon.size",), "{colophon.size}", foot.colophon_size),
    Check("copy-to-end", "抄送机关末尾", ("copy_to.end",), "句号“{copy_to.end}”", foot.copy_to_end),
    Check("printing-form", "印发日期的写法", ("printing.form",), "如“{printing.form}”", foot.printing_form),
    Check("page-number-form", "页码的写法", ("page_number.form",), "{page_number.form}，两边是一字线",
          foot.number_form),
    Check("page-number-font", "页码字体", ("page_number.font",), "{font page_number}", foot.number_font),
    Check("page-number-size", "页码字号", ("page_number.size",), "{page_number.size}", foot.number_size),
    Check("page-number-both", "单双页页码", ("page_number.both",), "{page_number.both}", foot.both_numbers),
    Check("page-number-sides", "页码左右", ("page_number.sides",), "{page_number.sides}", foot.number_sides),
    Check("page-number-indent", "页码距版心边", ("page_number.indent",), "{page_number.indent} 字", foot.number_indent),
    Check("landscape-area", "横排页版心", ("landscape.area",), "{landscape.area}", page.landscape_area),
    Check("landscape-number", "横排页页码", ("landscape.number",), "{landscape.number}", foot.landscape_number),
    Check("table-head", "表头", ("table.head",), "{table.head}", tables.repeated_head),
    Check("table-rows", "表格的行", ("table.rows",), "{table.rows}", tables.whole_rows),
)  # fmt: skip
"""Every check of the file."""

FORMAT_CHECKS: Mapping[Form, tuple[PaperCheck, ...]] = {
    Form.LETTER: (
        Check("letter-masthead-top", "信函标志位置", ("letter.top",), "距上页边 {letter.top}", formats.letter_top),
        Check("letter-rule-length", "信函双线长度", ("letter.rule_length",), "{letter.rule_length}",
              formats.letter_rule_length),
        Check("letter-rule-distance", "信函首条双线位置", ("letter.rule_distance",), "标志下 {letter.rule_distance}",
              formats.letter_rule_distance),
        Check("letter-foot-rule", "信函末条双线位置", ("letter.foot_rule",), "距下页边 {letter.foot_rule}",
              formats.letter_foot),
        Check("letter-rule-weights", "信函双线粗细", ("letter.weights",), "{letter.weights}", formats.letter_weights),
    ),
    Form.ORDER: (
        Check("order-masthead-top", "命令标志位置", ("order.top",), "距版心上边缘 {order.top}", formats.order_top),
        Check("order-number-lines", "令号上空", ("order.number_lines_before",), "{order.number_lines_before} 行",
              formats.order_number),
    ),
}  # fmt: skip
"""What is looked at besides in papers of some formats."""
