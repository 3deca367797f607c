"""An advert to try the reading of adverts with. The employer is made up."""

from __future__ import annotations

from roadmap.services.job_ads import JobAd

SAMPLE = JobAd(
    title="Machine Learning Engineer",
    text="""Tidewater Freight moves containers between forty ports.

We are building assistants that read bills of lading, answer what customers ask, and know when to fetch a person.

What you will do
- Build retrieval-augmented generation over some two million documents, and measure what it gets right.
- Give our agents tools: rate look-ups, customs forms, the booking system. An MCP server for each.
- Keep prompts, evaluation sets and releases in Git, and let CI decide what ships.

What you bring
- Strong Python, and three years of running web services in production (FastAPI or Django).
- Solid SQL; PostgreSQL with pgvector is what we use.
- Hands-on experience with LLM APIs, prompt engineering and function calling.
- Docker, and one of AWS, Azure or Google Cloud.
- You know what prompt injection is, and how to contain it.

Nice to have
- Fine-tuning of open models with LoRA.
- Familiarity with LangGraph or a similar agent framework.
- Some Kubernetes. Experience with QuillDB is a plus.

No PhD needed. You don't need to have trained a model from scratch: another team runs our forecasting.
""",
)
