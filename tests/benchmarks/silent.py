"""The service without its log and metrics, to measure what they cost."""

from __future__ import annotations

import os

from roadmap.adapters.system_clock import SystemClock
from roadmap.bootstrap import build_library
from roadmap.config import read_settings
from roadmap.web.app import create_app
from roadmap.web.front import stand_in_front
from roadmap.web.service import BodyLimits

settings = read_settings(os.environ)
graphs = build_library(settings.graphs)
limits = BodyLimits(settings.max_body, settings.max_job_ads, settings.max_batch)
app = create_app(graphs, limits, settings.public_url, SystemClock())
stand_in_front(app, graphs, settings.kept_answers, ())
