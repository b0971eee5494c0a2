"""The words that the tool itself puts on paper: small Jinja templates, which an office may replace one by one.

Templates run in Jinja's sandbox and an undefined name is an error. They see only the values handed to them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from ipplan.errors import BrokenTemplate
from ipplan.resources import templates_folder

if TYPE_CHECKING:
    from pathlib import Path


class Wording:
    """The phrases of a project: its own templates first, then the ones that come with ipplan."""

    def __init__(self, office_folder: Path | None = None) -> None:
        folders = [office_folder] if office_folder is not None else []
        self._environment = ImmutableSandboxedEnvironment(
            loader=FileSystemLoader([*folders, templates_folder() / "wording"]),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def phrase(self, name: str, /, **values: object) -> str:
        """The words of a template.

        Raises:
            BrokenTemplate: if the template is wrong or asks for something it is not given.
        """
        try:
            return self._environment.get_template(f"{name}.j2").render(**values).strip()
        except TemplateSyntaxError as error:
            raise BrokenTemplate(f"措辞模板 {error.filename}:{error.lineno}：{error.message}") from None
        except TemplateError as error:
            raise BrokenTemplate(f"措辞模板 {name}.j2：{error.message}") from None
