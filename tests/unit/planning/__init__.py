"""Planning, part by part."""
