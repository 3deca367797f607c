"""The rules of a plan (DESIGN.md, section 3), held against generated graphs."""
