"""Files to plans: YAML with positions, then the models, with every mistake as a diagnostic."""
