"""The docx writer."""
