"""Eyes for the tests: fonts, LibreOffice, PDF positions, schema validation and reading of docx files."""
