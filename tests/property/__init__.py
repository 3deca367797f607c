"""The rules of a plan (docs/plans.md), held against generated graphs."""
