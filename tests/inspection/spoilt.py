# ruff: noqa: E501  an edit reads best on one line
"""One spoiled document for each check: what is changed in the complete one, and which check alone must fail."""

from __future__ import annotations

from inspection.specimen import DOCUMENT, STYLES

_LATIN = '<w:rFonts w:hint="default" w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


def _style(name: str, pattern: str, new: str) -> tuple[str, str, str]:
    """A change inside one style."""
    return STYLES, rf'(w:styleId="{name}">(?:(?!</w:style>).)*?){pattern}', rf"\g<1>{new}"


def _paragraph(style: str, pattern: str, new: str) -> tuple[str, str, str]:
    """A change inside the paragraphs of one style."""
    return DOCUMENT, rf'(<w:pStyle w:val="{style}"/>(?:(?!</w:p>).)*?){pattern}', rf"\g<1>{new}"


def _upright(pattern: str, new: str) -> tuple[str, str, str]:
    """A change inside the margins of upright pages."""
    return DOCUMENT, rf'(<w:pgMar w:top="2098"[^>]*?){pattern}', rf"\g<1>{new}"


SPOILT = {
    "paper-size": [(DOCUMENT, r'w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:left="1587" w:bottom="1984"',
                    'w:w="11906" w:h="16938"/><w:pgMar w:top="2098" w:left="1587" w:bottom="2084"')],
    "margins": [(DOCUMENT, r'w:top="2098" w:left="1587" w:bottom="1984"', 'w:top="1998" w:left="1587" w:bottom="2084"')],
    "type-area": [_upright('w:bottom="1984"', 'w:bottom="1884"')],
    "body-font": [_style("Body", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="宋体"')],
    "body-size": [_style("Heading4", '<w:spacing w:val="-6"/><w:sz w:val="32"/>', '<w:spacing w:val="14"/><w:sz w:val="30"/>')],
    "quotation-marks": [_paragraph("Body", r'<w:rFonts w:hint="eastAsia"/>(</w:rPr><w:t [^>]*>[^<]*“)', _LATIN + r"\2")],
    "theme-fonts": [_style("Remark", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsiaTheme="minorEastAsia"')],
    "lines-per-page": [(STYLES, 'w:line="579"', 'w:line="580"')],
    "characters-per-line": [_style("Body", '<w:spacing w:val="-6"/>', '<w:spacing w:val="0"/>')],
    "widow-control": [_style("Body", "<w:pPr>", "<w:pPr><w:widowControl/>")],
    "black-text": [_style("Body", '<w:spacing w:val="-6"/>', '<w:color w:val="0000FF"/><w:spacing w:val="-6"/>')],
    "copy-number": [(DOCUMENT, "000001", "0001")],
    "classification-form": [(DOCUMENT, "机密★1年", "机密★一年")],
    "classification-font": [(DOCUMENT, 'w:eastAsia="黑体"(/></w:rPr><w:t>机密)', r'w:eastAsia="宋体"\1')],
    "urgency-font": [(DOCUMENT, 'w:eastAsia="黑体"(/></w:rPr><w:t>特急)', r'w:eastAsia="宋体"\1')],
    "masthead-font": [_style("Masthead", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"')],
    "masthead-colour": [_style("Masthead", 'w:color w:val="FF0000"', 'w:color w:val="000000"')],
    "masthead-align": [_style("Masthead", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')],
    "masthead-top": [(DOCUMENT, 'w:before="247"', 'w:before="680"')],
    "number-form": [(DOCUMENT, "甲知〔", "甲知["), (DOCUMENT, "〕", "]")],
    "number-align": [(DOCUMENT, '<w:ind w:firstLine="314"/>', '<w:ind w:firstLine="0"/>')],
    "number-lines": [_style("DocumentNumber", 'w:before="1158"', 'w:before="579"')],
    "signer-font": [(DOCUMENT, 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="仿宋_GB2312"')],
    "red-rule-colour": [(STYLES, r'(w:bottom w:val="single" w:sz="8" w:space="7" w:color=)"FF0000"', r'\1"000000"')],
    "red-rule-length": [_paragraph("DocumentNumber", '<w:ind w:firstLine="314"/>', '<w:ind w:firstLine="314" w:right="1000"/>')],
    "red-rule-distance": [(STYLES, 'w:space="7" w:color="FF0000"', 'w:space="12" w:color="FF0000"')],
    "title-font": [_style("Title", 'w:eastAsia="方正小标宋简体"', 'w:eastAsia="黑体"')],
    "title-size": [_style("Title", '<w:sz w:val="44"/>', '<w:sz w:val="32"/>')],
    "title-align": [_style("Title", '<w:jc w:val="center"/>', '<w:jc w:val="left"/>')],
    "title-lines": [_paragraph("Title", 'w:before="1158"', 'w:before="579"')],
    "title-width": [(DOCUMENT, "关于印发全市知识产权", "关于印发全市知识产权强市建设示范创建和人才培养")],
    "addressees-lines": [_style("Title", 'w:after="579"', 'w:after="0"')],
    "addressees-indent": [(DOCUMENT, r'(<w:pStyle w:val="Addressees"/>)(</w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/>)', r'\1<w:ind w:firstLineChars="200" w:firstLine="628"/>\2')],
    "addressees-end": [(DOCUMENT, "各县区知识产权局：", "各县区知识产权局:")],
    "first-line-indent": [_style("Body", '<w:ind w:firstLineChars="200" w:firstLine="628"/>', "")],
    "heading1-font": [_style("Heading1", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋"')],
    "heading2-font": [_style("Heading2", 'w:eastAsia="楷体_GB2312"', 'w:eastAsia="黑体"')],
    "heading3-font": [_style("Heading3", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="黑体"')],
    "heading4-font": [_style("Heading4", 'w:eastAsia="仿宋_GB2312"', 'w:eastAsia="黑体"')],
    "attachment-list-form": [(DOCUMENT, ">附件：<", ">附件:<")],
    "attachment-list-end": [(DOCUMENT, "联络员名单(</w:t></w:r></w:p>.*附件)", r"联络员名单；\1")],
    "attachment-list-lines": [_paragraph("AttachmentList", '<w:spacing w:before="579"/>', "")],
    "attachment-list-indent": [_paragraph("AttachmentList", 'w:left="[0-9]+"', 'w:left="1178"')],
    "signature-place": [_paragraph("IssueDate", 'w:right="[0-9]+"', 'w:right="0"')],
    "signature-lines": [_paragraph("Signature", 'w:before="1158"', 'w:before="0"')],
    "date-form": [_paragraph("IssueDate", ">3<", ">03<")],
    "remark-indent": [_style("Remark", '<w:ind w:firstLineChars="200" w:firstLine="628"/>', "")],
    "attachment-label-form": [_paragraph("AttachmentLabel", "附件1</w:t>", "附件1：</w:t>")],
    "attachment-label-font": [_style("AttachmentLabel", 'w:eastAsia="黑体"', 'w:eastAsia="仿宋"')],
    "attachment-label-place": [_paragraph("AttachmentLabel", "(?=</w:pPr>)", '<w:ind w:left="628"/>')],
    "attachment-title-line": [_paragraph("Title", 'w:before="579"', 'w:before="0"')],
    "attachment-agreement": [_paragraph("Title", "联络员名单", "联络人名单")],
    "colophon-rule-length": [(DOCUMENT, r'<w:tblW w:w="8844" w:type="dxa"/>(<w:tblBorders><w:top w:val="single" w:sz="8")', r'<w:tblW w:w="7844" w:type="dxa"/>\1')],
    "colophon-outer-rules": [(DOCUMENT, r'<w:bottom w:val="single" w:sz="8"', '<w:bottom w:val="single" w:sz="12"')],
    "colophon-inner-rules": [(DOCUMENT, r'<w:insideH w:val="single" w:sz="6"', '<w:insideH w:val="single" w:sz="8"')],
    "colophon-rule-colour": [(DOCUMENT, r'(<w:insideH w:val="single" w:sz="6" w:space="0" w:color=)"000000"', r'\1"FF0000"')],
    "colophon-size": [_style("Colophon", '<w:sz w:val="28"/>', '<w:sz w:val="32"/>')],
    "copy-to-end": [(DOCUMENT, "办公室。<", "办公室<")],
    "printing-form": [_paragraph("Colophon", ">3<", ">03<")],
    "page-number-form": [("word/footer1.xml", "—", "-")],
    "page-number-font": [_style("Footer", 'w:ascii="宋体"', 'w:ascii="Times New Roman"')],
    "page-number-size": [_style("Footer", '<w:sz w:val="28"/>', '<w:sz w:val="24"/>')],
    "page-number-both": [(DOCUMENT, '<w:footerReference w:type="even"[^>]*/>', "")],
    "page-number-sides": [("word/footer2.xml", '<w:ind w:left="280"/><w:jc w:val="left"/>', '<w:ind w:right="280"/><w:jc w:val="right"/>')],
    "page-number-indent": [("word/footer1.xml", '<w:ind w:right="280"/>', "")],
    "landscape-area": [(DOCUMENT, r'(w:orient="landscape"/><w:pgMar w:top=)"1587"', r'\1"2587"')],
    "landscape-number": [("word/header3.xml", "<w:p>.*<w:txbxContent>(<w:p>.*?</w:p>)</w:txbxContent>.*</w:p>", r"\1")],
    "table-head": [(DOCUMENT, "<w:tblHeader/>", "")],
    "table-rows": [(DOCUMENT, "<w:cantSplit/>", "")],
}  # fmt: skip
"""The name of a check, and the edits after which it fails and no other does."""
