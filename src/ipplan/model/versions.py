"""Versions of the plan format.

Policy: a file names its version; `ipplan` reads the present one and `ipplan migrate` moves files of the one before. A
version changes when a file that was right would be refused or print something else.
"""

OLD_VERSION = "1"
PRESENT_VERSION = "2"
