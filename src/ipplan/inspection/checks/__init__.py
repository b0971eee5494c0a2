"""The checks: one function each, from what was read to a verdict; `inspection.registry` lists them."""
