"""What can go wrong in the world around a plan.

A mistake *in* a plan is a `Diagnostic` value (see `ipplan.diagnostics`), never an exception.
"""


class IpplanError(Exception):
    """The world is wrong: a file, a font, a disk. The message is Chinese and meant for the user.

    Caught once, in `ipplan.cli`, which prints the message and exits with 3 (or 2 for `UsageProblem`).
    """


class UsageProblem(IpplanError):
    """The command was called in a way that cannot mean anything (a folder without plans, a taken file name)."""


class UnreadableFile(IpplanError):
    """A file is missing, is a folder, or may not be read."""


class UnwritableFile(IpplanError):
    """An output cannot be written; whatever stood there before is untouched."""


class BrokenTemplate(IpplanError):
    """A wording template or a stylesheet is wrong; the message names file and line."""


class MissingLibrary(IpplanError):
    """A library that a format needs is not installed; the message says how to install it."""


class MissingFont(IpplanError):
    """A font that a format needs is not on this machine; the message says what to install."""


class MissingCharacter(IpplanError):
    """No font on this machine has a character of the document; the message shows the words around it."""

    def __init__(self, message: str, character: str) -> None:
        super().__init__(message)
        self.character = character


class NothingToList(IpplanError):
    """A plan in which nothing is to be done gives no list."""


class TakenPort(IpplanError):
    """The preview cannot listen at the port it was told."""
