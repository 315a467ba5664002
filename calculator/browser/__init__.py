"""Browser: the door JavaScript may use, and nothing else."""
