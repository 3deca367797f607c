"""Figures: how good the orders are, how fast a plan is made, and how both grow. Run with `python -m tests.benchmarks`.

Speeds are compared within one run, in turns, so that a busy machine slows both sides alike.
"""
