"""The command line, as `manyvoices` and as `python -m manyvoices`."""

from service.cli import main

if __name__ == "__main__":
    main()
