#!/bin/sh
# Starts Manyvoices and opens it in the browser. Double-click it; close this window to stop.
PATH="$HOME/.local/bin:/opt/homebrew/bin:/usr/local/bin:$PATH"
if command -v uvx >/dev/null 2>&1; then
  exec uvx manyvoices serve --open
elif command -v manyvoices >/dev/null 2>&1; then
  exec manyvoices serve --open
fi
echo "Manyvoices needs uv: see https://docs.astral.sh/uv/ and install it, then start this again."
