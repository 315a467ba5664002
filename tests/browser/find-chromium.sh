#!/bin/sh
# Chromium for the browser tests: the machine's own, else Debian's when root, else playwright's.
set -u
for name in "${ODR_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium and Chinese fonts from Debian's packages ..."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium fonts-noto-cjk >/dev/null && exit 0
fi
echo "Installing Chromium with playwright ..."
.venv/bin/python -m playwright install chromium && exit 0
echo "No Chromium was found and none could be installed. Install Chromium or Chrome, or set ODR_CHROMIUM to its path, then run make test again." >&2
exit 1
