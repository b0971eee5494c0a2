"""Reports to text."""
