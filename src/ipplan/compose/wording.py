"""The words that the tool itself puts on paper: small Jinja templates, which an office may replace one by one.

Templates see only the values handed to them, and may say only what `phrase_language` allows.
"""

from __future__ import annotations

import os
from traceback import walk_tb
from typing import TYPE_CHECKING

from jinja2 import FunctionLoader, TemplateSyntaxError, UndefinedError

from ipplan.compose.phrase_language import MAX_PHRASE, PhraseEnvironment
from ipplan.errors import BrokenTemplate, IpplanError
from ipplan.resources import templates_folder
from ipplan.source import Source, is_inside, read_source

if TYPE_CHECKING:
    from pathlib import Path


class Wording:
    """The phrases of a project: its own templates first, then the ones that come with ipplan."""

    def __init__(self, office_folder: Path | None = None) -> None:
        self._folders = [*([office_folder] if office_folder is not None else []), templates_folder() / "wording"]
        self._environment = PhraseEnvironment(FunctionLoader(self._load))

    def phrase(self, name: str, /, **values: object) -> str:
        """The words of a template.

        Raises:
            BrokenTemplate: if the template is wrong or asks for something it is not given.
            UnreadableFile: if it cannot be read.
        """
        path = self._path(f"{name}.j2")
        try:
            words = self._environment.get_template(f"{name}.j2").render(**values)
        except IpplanError:
            raise
        except TemplateSyntaxError as error:
            raise _broken(path, error.lineno, error.message or "读不懂") from None
        except UndefinedError as error:
            known = f"，可以用的有：{'、'.join(values)}" if values else ""
            raise _broken(path, _line(error, path), f"{error.message}{known}") from None
        except Exception as error:  # noqa: BLE001  whatever a template does wrong is a mistake of the template
            raise _broken(path, _line(error, path), str(error) or type(error).__name__) from None
        if len(words) > MAX_PHRASE:
            raise _broken(path, None, f"填好的文字超过 {MAX_PHRASE} 字")
        return words.strip()

    def _path(self, file: str) -> Path:
        """The template of that name that holds. Raises BrokenTemplate if a link leads it out of the office's folder."""
        path = next((folder / file for folder in self._folders if os.path.lexists(folder / file)), None)
        if path is None:
            raise BrokenTemplate(f"没有措辞模板 {file}")
        if not is_inside(path.parent, path):
            raise BrokenTemplate(f"措辞模板 {path} 是链接，指到文件夹外面去了")
        return path

    def _load(self, file: str) -> tuple[str, str, None]:
        """The text of a template and its path, for Jinja. Raises BrokenTemplate where it is no text."""
        path = self._path(file)
        source = read_source(path)
        if not isinstance(source, Source):
            raise BrokenTemplate(f"措辞模板 {path}:{source.span.line}：{source.message}")
        return source.text, str(path), None


def _broken(path: Path, line: int | None, message: str) -> BrokenTemplate:
    return BrokenTemplate(f"措辞模板 {path}{f':{line}' if line else ''}：{message}")


def _line(error: Exception, path: Path) -> int | None:
    """The 1-based line of the template in which something went wrong; None where Jinja does not say."""
    lines = [line for frame, line in walk_tb(error.__traceback__) if frame.f_code.co_filename == str(path)]
    return lines[-1] if lines else None
