"""The vocabulary of official plans: parse Chinese words to a meaning, print them back as written.

Every module knows one kind of term: numerals, heading labels, dates, schedules, quantities, owner lists and document
numbers. Nothing here does input or output, and nothing outside the standard library is imported.
"""
