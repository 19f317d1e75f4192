"""Running an installation: its settings, copies, programmes as files, and whether it is well."""
