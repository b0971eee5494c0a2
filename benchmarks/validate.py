"""`ipplan validate` beside check-jsonschema (the schema alone) and yamllint (the syntax alone)."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.processes import beside_python, best
from benchmarks.sample import write_plans

_MODELS = "import yaml, pydantic; from ipplan.model.plan import PlanFile; PlanFile.model_rebuild(force=True)"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--plans", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _one_plan(folder, wanted.rounds * 3)
        _many_plans(folder, wanted.plans, wanted.rounds)


def _one_plan(folder: Path, rounds: int) -> None:
    for kilobytes in (10, 58):
        write_plans(folder / f"one{kilobytes}", 1, kilobytes)
        (plan,) = (folder / f"one{kilobytes}").glob("*.plan.yaml")
        commands = _programs([plan], folder / f"one{kilobytes}")
        commands["imports and models alone"] = [sys.executable, "-c", _MODELS]
        commands["python -c pass"] = [sys.executable, "-c", "pass"]
        _print(f"one plan of {plan.stat().st_size // 1000} kB", best(commands, folder, rounds))


def _many_plans(folder: Path, plans: int, rounds: int) -> None:
    for number in sorted({max(1, plans // 10), plans}):
        many = folder / f"many{number}"
        write_plans(many, number, 10)
        files = sorted(many.glob("*.plan.yaml"))
        size = sum(file.stat().st_size for file in files) // number // 1000
        _print(f"{number} plans of {size} kB", best(_programs(files, many), many, rounds))


def _programs(files: list[Path], folder: Path) -> dict[str, list[str | Path]]:
    schema = folder / "schema.json"
    source = Path(__file__).parents[1] / "schema" / "plan.schema.json"
    schema.write_bytes(source.read_bytes())
    return {
        "ipplan validate": [sys.executable, "-m", "ipplan", "validate", *files],
        "check-jsonschema": [beside_python("check-jsonschema"), "--schemafile", schema, *files],
        "yamllint": [beside_python("yamllint"), "-d", "relaxed", *files],
    }


def _print(title: str, costs: dict) -> None:
    own = costs["ipplan validate"]
    print(f"\n{title}\n{'':28}{'CPU ms':>9}{'ipplan/it':>11}{'peak MiB':>10}")
    for name, cost in costs.items():
        print(f"{name:28}{cost.cpu * 1000:9.0f}{own.cpu / cost.cpu:11.2f}{cost.memory:10.0f}")


if __name__ == "__main__":
    main()
