"""Read the corpus of expressions: one case a line, cells parted by tabs, comments behind #."""

from pathlib import Path

FOLDER = Path(__file__).parent / "corpus"


def cases(name: str) -> dict[str, list[str]]:
    """Return the lines of a corpus file: words to the further cells. No expression may stand twice."""
    found: dict[str, list[str]] = {}
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        words, *cells = line.split("\t")
        if words in found:
            raise ValueError(f"twice in {name}: {words}")
        found[words] = cells
    return found
