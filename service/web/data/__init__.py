"""The data of a programme on its way out: tables, and transcripts of its sessions."""
