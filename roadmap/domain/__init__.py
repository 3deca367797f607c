"""The words of the project as values: skills, requirements, roles, graphs and plans."""
