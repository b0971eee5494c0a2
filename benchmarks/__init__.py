"""Benchmarks beside the peers: CPU time and memory of whole processes, as ratios within one run.

    python -m benchmarks.validate [--plans N] [--rounds N]

`benchmarks/requirements.txt` names the peers. The machines are noisy, so each figure is the best of several rounds in
which all programs take turns; what counts are the ratios.
"""
