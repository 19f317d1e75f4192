"""Figures for Prometheus, where the settings ask for them and the extra `metrics` is installed."""

import secrets
from collections.abc import Callable
from typing import Any

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from nlp.errors import ManyvoicesError
from nlp.messages import Message
from service.settings import Settings
from service.web.sign_in.from_here import is_from_here
from service.workspace import Workspace

BUCKETS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0)


def counted(settings: Settings, workspace: Workspace) -> dict[str, Callable[..., Any]]:
    """Return the arguments of `Observe` that count requests and give the figures; none where nobody asks for them.

    Raises:
        ManyvoicesError: the extra is not installed.
    """
    if not settings.metrics:
        return {}
    try:
        from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
    except ImportError as error:
        problem = Message("figures for Prometheus need the extra manyvoices[metrics]")
        raise ManyvoicesError("", problem, Message("Install it, or leave the setting metrics as it is")) from error
    registry = CollectorRegistry()
    requests = Counter("manyvoices_requests", "Requests answered.", ("method", "route", "status"), registry=registry)
    seconds = Histogram(
        "manyvoices_request_seconds", "Seconds to answer.", ("route",), buckets=BUCKETS, registry=registry
    )
    size = Gauge("manyvoices_database_bytes", "Bytes of the database.", registry=registry)

    def count(method: str, route: str, status: int, took: float) -> None:
        requests.labels(method, route, str(status)).inc()
        seconds.labels(route).observe(took)

    def figures(scope: Scope) -> Response | None:
        if not _may_see(scope, settings.metrics_token):
            return None
        size.set(workspace.size())
        return Response(generate_latest(registry), media_type="text/plain; version=0.0.4")

    return {"count": count, "figures": figures}


def _may_see(scope: Scope, token: str) -> bool:
    headers = Headers(scope=scope)
    kind, _, given = headers.get("authorization", "").partition(" ")
    is_known = bool(token) and kind.lower() == "bearer" and secrets.compare_digest(given.encode(), token.encode())
    return is_known or is_from_here(scope, headers)
