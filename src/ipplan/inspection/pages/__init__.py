"""A document laid out by LibreOffice and measured on its pages."""
