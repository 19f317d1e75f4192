"""A PostgreSQL cluster of our own for one test run, on a socket in a temporary folder."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

NOBODY = "nobody"
DELETE_ROWS = """
DO $$
DECLARE name text;
BEGIN
    SET LOCAL session_replication_role = replica;
    FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' LOOP
        EXECUTE format('DELETE FROM %I', name);
    END LOOP;
    FOR name IN SELECT sequencename FROM pg_sequences WHERE schemaname = 'public' LOOP
        EXECUTE format('ALTER SEQUENCE %I RESTART', name);
    END LOOP;
END $$
"""


class Unavailable(Exception):
    """PostgreSQL cannot be started here, and why."""


@contextmanager
def private_cluster() -> Iterator[str]:
    """Start a cluster and give the URL of its first database; root hands it to the user nobody."""
    binaries = _binaries()
    user = NOBODY if os.geteuid() == 0 else None
    folder = Path(tempfile.mkdtemp(prefix="mv-pg-"))
    if user:
        shutil.chown(folder, user)
    environment = {"PATH": f"{binaries}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    try:
        made = subprocess.run(
            [binaries / "initdb", "-D", folder / "data", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"],
            user=user,
            env=environment,
            cwd=folder,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise Unavailable(f"initdb failed: {made.stderr.strip()}")
        options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=40", "-k", folder]
        server = subprocess.Popen(
            [binaries / "postgres", "-D", folder / "data", *options],
            user=user,
            env=environment,
            cwd=folder,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(server, folder)
            yield _url(folder)
        finally:
            server.send_signal(signal.SIGQUIT)
            server.wait(timeout=20)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(url: str, name: str) -> str:
    """Create a database in the cluster and return its URL."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    return url.replace("/postgres?", f"/{name}?")


def drop_tables(url: str) -> None:
    """Leave nothing in a database."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")


def delete_rows(url: str) -> None:
    """Leave the tables of a database as they were made, but for the version that alembic keeps of them."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(DELETE_ROWS)


def _binaries() -> Path:
    found = shutil.which("initdb")
    places = (
        [Path(found).resolve().parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    )
    for place in places:
        if (place / "postgres").exists():
            return place
    raise Unavailable("PostgreSQL is not installed: no initdb in PATH nor in /usr/lib/postgresql")


def _url(folder: Path) -> str:
    return f"postgresql://postgres@/postgres?host={folder}"


def _wait_for(server: subprocess.Popen, folder: Path) -> None:
    for _ in range(200):
        if server.poll() is not None:
            break
        try:
            psycopg.connect(_url(folder)).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise Unavailable("PostgreSQL did not start")
