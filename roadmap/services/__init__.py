"""One function a use case: what the web service, the command line and any other front call."""
