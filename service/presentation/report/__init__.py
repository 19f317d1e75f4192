"""One report for several readers: what was found (findings_view), as blocks in a reader's words (document)."""
