"""What a plan file and a project file may say, as pydantic models. No input or output here."""
