import json
import shutil

import jsonschema
import yaml

from ipplan.compiler import Compiler
from ipplan.document import AttachmentList, Head, Heading, Paragraph, Signature
from ipplan.model.json_schema import plan_schema, project_schema
from ipplan.pipeline import check
from ipplan.resources import templates_folder

STARTER = templates_folder() / "new"
SCHEMAS = {"plan.yaml": plan_schema(), "ipplan.yaml": project_schema()}


def started(tmp_path):
    for name in SCHEMAS:
        shutil.copy(STARTER / name, tmp_path / name)
    return check(tmp_path / "plan.yaml")


def test_starter_has_no_findings(tmp_path):
    """What `ipplan new` writes is valid as it stands."""
    assert started(tmp_path).report.diagnostics == ()


def test_starter_renders(tmp_path):
    """It becomes a notice with a number, an attachment and a signature, and the plan's three tasks."""
    checked = started(tmp_path)
    document = Compiler().document(checked, draft=False)
    notice, plan = document.parts
    assert [node.number for node in notice.nodes if isinstance(node, Head)] == ["某知〔2026〕1号"]
    assert any(isinstance(node, AttachmentList) for node in notice.nodes)
    assert [node.issuers for node in notice.nodes if isinstance(node, Signature)] == [("某市知识产权局",)]
    leads = [node.lead for node in plan.nodes if isinstance(node, Paragraph) and isinstance(node.lead, Heading)]
    assert [lead.label for lead in leads] == ["一、", "二、", "三、"]
    assert Compiler().docx(checked, draft=False)[:2] == b"PK"


def test_starter_is_small_and_points_to_its_schemas():
    """Both files together fit on a screen or two, begin with the line for the editor, and fit the schemas."""
    texts = {name: (STARTER / name).read_text("utf-8") for name in SCHEMAS}
    assert sum(len(text.splitlines()) for text in texts.values()) <= 60
    for name, text in texts.items():
        kind = "plan" if name == "plan.yaml" else "project"
        assert text.startswith(f"# yaml-language-server: $schema=.ipplan/{kind}.schema.json\n")
        data = yaml.safe_load(text)
        assert list(jsonschema.Draft202012Validator(SCHEMAS[name]).iter_errors(data)) == [], json.dumps(data)
