"""Document tree to Document tree: line breaks of titles, widths of columns."""
