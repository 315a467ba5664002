#!/bin/sh
# Firefox and WebKit for the tests of other engines: the machine's own, else Debian's when root, else they are told as missing.
set -u
missing=""
command -v firefox-esr >/dev/null 2>&1 || command -v firefox >/dev/null 2>&1 || [ -n "${ODR_FIREFOX:-}" ] || missing="firefox-esr"
command -v WebKitWebDriver >/dev/null 2>&1 || missing="$missing webkit2gtk-driver"
[ -n "${DISPLAY:-}" ] || command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"
[ -z "$missing" ] && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing $missing from Debian's packages ..."
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null && exit 0
fi
echo "Not on this machine: $missing. What needs it is left out, and the result says so."
