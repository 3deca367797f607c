"""What touches the world outside: files, and later stores and clocks."""
