"""Skill graphs: the model, its document form, its defects, and the compiled form that plans are made from."""
