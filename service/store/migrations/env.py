"""Runs the migrations on the connection that it is handed (`service.store.upkeep.schema.alembic_config`)."""

from typing import Any, Literal

from alembic import context
from sqlalchemy.types import TypeDecorator

from service.store import tables
from service.store.accounts import tables as accounts
from service.store.actions import tables as actions
from service.store.assistant import tables as assistant
from service.store.cafe import tables as cafe
from service.store.columns import metadata
from service.store.giving_back import tables as giving_back
from service.store.inclusion import tables as inclusion
from service.store.jobs import tables as jobs
from service.store.journal import tables as journal
from service.store.library import tables as library
from service.store.live import tables as live
from service.store.memos import tables as memos
from service.store.privacy import tables as privacy
from service.store.publications import tables as publications
from service.store.reviews import tables as reviews
from service.store.rubrics import tables as rubrics
from service.store.search import tables as search
from service.store.stages import tables as stages
from service.store.surveys import tables as surveys
from service.store.webhooks import tables as webhooks

TABLES = (
    tables,
    accounts,
    cafe,
    actions,
    assistant,
    giving_back,
    inclusion,
    jobs,
    journal,
    library,
    live,
    memos,
    privacy,
    publications,
    reviews,
    rubrics,
    search,
    stages,
    surveys,
    webhooks,
)
"""The modules that say what the tables are: all of them are known to `metadata` once they are loaded."""


def _plain_type(kind: str, item: object, _context: Any) -> str | Literal[False]:  # noqa: ANN401 - alembic's own
    """Write the database's own type into a new migration: our column types may change, an old migration may not."""
    if kind == "type" and isinstance(item, TypeDecorator):
        return f"sa.{type(item.impl_instance).__name__}()"
    return False


def _ours(_item: object, name: str | None, _kind: str, _reflected: bool, _other: object) -> bool:
    """Leave aside what a full-text index keeps for itself."""
    return not (name or "").startswith("search_words")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_plain_type,
    include_object=_ours,
)
with context.begin_transaction():
    context.run_migrations()
