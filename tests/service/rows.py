"""What lies in the tables of a workspace."""

from sqlalchemy import text

from service.store.columns import metadata


def rows(workspace, *tables):
    """How many rows each table has, all tables if none is named."""
    with workspace._database.reading() as db:
        names = tables or tuple(metadata.tables)
        return {name: db.execute(text(f"SELECT count(*) FROM {name}")).scalar() for name in names}
