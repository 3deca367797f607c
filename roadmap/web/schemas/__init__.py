"""The contract as marshmallow schemas: requests are read through them, answers are tested against them."""
