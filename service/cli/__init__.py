"""The command line: `manyvoices`."""


def main() -> None:
    """Run the command; exit 0 done, 1 the input was refused, 2 wrong usage, 130 stopped by Ctrl+C."""
    try:
        from service.cli.main import run

        run()
    except KeyboardInterrupt:
        raise SystemExit(130) from None


__all__ = ["main"]
