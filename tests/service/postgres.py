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


class Cluster:
    """A cluster in a folder of its own, which can be stopped and started again; root hands it to the user nobody.

    Attributes:
        url: of its first database.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._binaries = _binaries()
        self._user = NOBODY if os.geteuid() == 0 else None
        if self._user:
            shutil.chown(folder, self._user)
        self._environment = {"PATH": f"{self._binaries}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        self._server: subprocess.Popen | None = None
        self.url = f"postgresql://postgres@/postgres?host={folder}"

    def make(self) -> None:
        """Make its files; `Unavailable` where that does not work."""
        made = subprocess.run(
            [self._binaries / "initdb", "-D", self._data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync"],
            user=self._user,
            env=self._environment,
            cwd=self._folder,
            capture_output=True,
            text=True,
        )
        if made.returncode:
            raise Unavailable(f"initdb failed: {made.stderr.strip()}")

    def start(self) -> None:
        """Start it and wait until it answers; `Unavailable` where it does not."""
        options = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=40", "-k", self._folder]
        self._server = subprocess.Popen(
            [self._binaries / "postgres", "-D", self._data, *options],
            user=self._user,
            env=self._environment,
            cwd=self._folder,
            stderr=subprocess.DEVNULL,
        )
        for _ in range(200):
            if self._server.poll() is not None:
                break
            try:
                psycopg.connect(self.url).close()
            except psycopg.OperationalError:
                time.sleep(0.1)
            else:
                return
        raise Unavailable("PostgreSQL did not start")

    def stop(self) -> None:
        """End it at once, as after a loss of power, where it runs."""
        if self._server:
            self._server.send_signal(signal.SIGQUIT)
            self._server.wait(timeout=20)

    @property
    def _data(self) -> Path:
        return self._folder / "data"


@contextmanager
def restartable_cluster() -> Iterator[Cluster]:
    """Start a cluster and give it; `Unavailable` where that does not work."""
    folder = Path(tempfile.mkdtemp(prefix="mv-pg-"))
    try:
        cluster = Cluster(folder)
        cluster.make()
        try:
            cluster.start()
            yield cluster
        finally:
            cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def private_cluster() -> Iterator[str]:
    """Start a cluster and give the URL of its first database."""
    with restartable_cluster() as cluster:
        yield cluster.url


def new_database(url: str, name: str, like: str = "template1") -> str:
    """Create a database in the cluster, as a copy of another one, and return its URL."""
    with psycopg.connect(url, autocommit=True) as connection:
        names = (sql.Identifier(each) for each in (name, like))
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
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
