"""The rendered examples say what the real documents say.

A new document is `seeds/NAME.txt` (its text, byte for byte), `frames/NAME.py` (what of it is not the paper, and
what the paper adds) and `examples/NAME/` with its plan and CORRECTIONS.md.
"""
