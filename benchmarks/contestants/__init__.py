"""What is measured, each in a process of its own: it prints the CPU seconds of each piece of work as JSON.

The peers' programs need nothing of this package, since they may run in another environment.
"""
