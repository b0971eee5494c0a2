"""Fuzzing: whatever goes in, diagnostics and clear errors come out, and nothing else.

    python -m fuzz terms --runs 1000000            mutated seeds, without any library
    python -m fuzz terms --runs 1000000 --atheris  guided by coverage (pip install atheris; CPython 3.11 to 3.13, Linux)

Targets are in `targets.py`. A crash is written to a file and its path printed; `python -m fuzz terms FILE` repeats it.
What is found becomes a test first, and is mended then. docs/reliability.md has the long runs.
"""
