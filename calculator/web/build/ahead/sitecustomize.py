"""Run by Python itself before anything of Pyodide's or ours: the tables of the build are put to use."""

import odr_ahead

odr_ahead.begin()
