"""The documentation build: pages, tables and files around the core. Build-time only, never in the wheel."""
