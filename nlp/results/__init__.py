"""What every result can do: become a table, JSON, a picture; be shown in a notebook; stay as it is."""
