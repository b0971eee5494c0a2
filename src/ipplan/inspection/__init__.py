"""Finished documents held against the sheet of the standard, whichever tool made them."""
