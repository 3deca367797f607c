"""What gunicorn serves: `gunicorn roadmap.wsgi:app`."""

import os

from roadmap.bootstrap import build_app

app = build_app(os.environ)
