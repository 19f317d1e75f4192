"""The command line: `manyvoices`."""

from service.cli.main import main

__all__ = ["main"]
