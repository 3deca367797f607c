"""Graphs, requests and plans to test with, and the rules of a plan read in the plainest way."""
