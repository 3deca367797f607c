"""The domain: graphs read and compiled, defects, days off."""
