"""Tests of the core: run natively and inside Pyodide, with nothing but the standard library and pytest."""
