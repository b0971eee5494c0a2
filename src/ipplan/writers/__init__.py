"""Document trees to files."""
