"""What is checked beyond the schema: one function and one record per rule, all of them listed in `registry`."""
