"""The REST service: the only place that knows HTTP, Flask and marshmallow."""
