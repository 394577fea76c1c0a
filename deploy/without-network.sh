#!/usr/bin/env bash
# Runs a command where there is no network but the machine's own loopback: what it asks of anybody else fails. P8: nothing
# in a build or in a running site needs a third party. Where such a place cannot be made (Linux, root or user namespaces, and
# ip of iproute2 are needed), it says so and runs the command as it is.
#   deploy/without-network.sh npm run build
set -u
here=$(readlink -f "$0")

if [ "${1:-}" = --inside ]; then
  shift
  ip link set lo up || exit 3
  # The place has to be what it is taken for, or the command proves nothing.
  for outside in 198.51.100.1 2001:db8::1; do
    if ip route get "$outside" 2>/dev/null | grep -qv unreachable; then
      printf 'There is a way to %s from here, so this shows nothing.\n' "$outside"
      exit 3
    fi
  done
  exec "$@"
fi

for way in 'unshare --net' 'unshare --user --map-root-user --net'; do
  if $way "$here" --inside true 2>/dev/null; then
    printf 'Without a network: %s\n' "$*"
    exec $way "$here" --inside "$@"
  fi
done
printf 'A place without a network cannot be made here, so this runs with it: %s\n' "$*"
exec "$@"
