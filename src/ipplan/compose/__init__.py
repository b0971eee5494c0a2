"""Plan to Document tree: what is said, in which words and in which order."""
