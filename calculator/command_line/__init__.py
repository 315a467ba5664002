"""Command line: what each word after `odr` answers with; the arguments stand in `calculator.cli`."""
