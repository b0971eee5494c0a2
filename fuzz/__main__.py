"""The command line of fuzzing, and the mutations of those who have no atheris."""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fuzz.targets import Target


def main() -> None:
    """Repeat crashes, or look for new ones; the exit code is 1 if there is one."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("target")
    parser.add_argument("crashes", nargs="*", type=Path, help="files to repeat")
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--atheris", action="store_true", help="let coverage guide the mutations")
    wanted = parser.parse_args()
    if wanted.atheris:
        _guided(wanted.target, wanted.runs)
        return
    from fuzz.targets import TARGETS  # noqa: PLC0415  atheris has to see the modules being loaded

    target = TARGETS[wanted.target]
    for crash in wanted.crashes:
        target.run(crash.read_bytes())
    if not wanted.crashes:
        seed = wanted.seed if wanted.seed is not None else time.time_ns()
        sys.exit(_search(wanted.target, target, wanted.runs, random.Random(seed)))


def _guided(name: str, runs: int) -> None:
    """Hand a target to libFuzzer, which ends the process itself."""
    import atheris  # noqa: PLC0415  needed for this alone

    with atheris.instrument_imports(include=["ipplan"]):
        from fuzz.targets import TARGETS  # noqa: PLC0415
    target = TARGETS[name]
    corpus = Path("build", "fuzz", name)
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in target.seeds:
        (corpus / hashlib.sha1(seed).hexdigest()).write_bytes(seed)
    longest = 2 * max(map(len, target.seeds))
    atheris.Setup(
        [sys.argv[0], f"-runs={runs}", f"-max_len={longest}", f"-artifact_prefix={corpus}-", str(corpus)], target.run
    )
    atheris.Fuzz()


def _search(name: str, target: Target, runs: int, chance: random.Random) -> int:
    """Run mutated seeds; each kind of crash is kept once. Returns the exit code."""
    started = time.monotonic()
    kinds: dict[str, Path] = {}
    slowest = 0.0
    for _ in range(runs):
        data = mutated(target, chance)
        begun = time.process_time()
        try:
            target.run(data)
        except Exception as error:  # noqa: BLE001  any exception is what is looked for
            _keep(name, data, error, kinds)
        if (seconds := time.process_time() - begun) > max(slowest, 1):
            slowest = seconds
            print(f"slowest so far: {seconds:.1f} s, {_written(name, data)}", flush=True)
    print(f"{name}: {runs} inputs in {time.monotonic() - started:.0f} s, {len(kinds)} kinds of crashes")
    return bool(kinds)


def mutated(target: Target, chance: random.Random) -> bytes:
    """One of the seeds, or two spliced together, with one to six changes."""
    data = bytearray(chance.choice(target.seeds))
    if chance.random() < 0.3:
        other = chance.choice(target.seeds)
        data[chance.randint(0, len(data)) :] = other[chance.randint(0, len(other)) :]
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(data))
        match chance.randint(0, 4):
            case 0:
                data[at:at] = chance.choice(target.pieces)
            case 1:
                data[at : at + chance.choice((1, 3, 10, 100))] = b""
            case 2:
                data[at:at] = data[at : at + chance.choice((3, 30, 300))] * chance.choice((1, 2, 20))
            case 3:
                data[at : at + 1] = bytes([chance.randrange(256)])
            case _:
                data[at : at + 3] = chance.choice(target.pieces)
    return bytes(data)


def _keep(name: str, data: bytes, error: Exception, kinds: dict[str, Path]) -> None:
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
    if kind not in kinds:
        kinds[kind] = _written(name, data)
        print(f"{kind}: {error} ({kinds[kind]})", flush=True)


def _written(name: str, data: bytes) -> Path:
    path = Path("build", "fuzz", f"{name}-{hashlib.sha1(data).hexdigest()[:12]}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


if __name__ == "__main__":
    main()
