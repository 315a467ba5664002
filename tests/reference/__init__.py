"""An independent second opinion: random shops, the files they would download, and a slow recount.

Nothing here imports the calculator. The generator keeps the truth as plain objects, `reports` writes it
down the way Amazon does, and `recount` assesses the truth itself, never the files.
"""
