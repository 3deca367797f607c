"""Facts about single functions, each called directly."""
