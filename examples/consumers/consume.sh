#!/usr/bin/env bash
# ./consume.sh REDIS_URL [PREFIX] [GROUP]    needs redis-cli
set -euo pipefail
url=${1:-redis://127.0.0.1:6379} stream=${2:-wirefold}:events group=${3:-example}
ask() { redis-cli -u "$url" --no-auth-warning "$@"; }

ask XGROUP CREATE "$stream" "$group" 0 MKSTREAM 2>&1 | grep -qE '^(OK|BUSYGROUP)' || exit 1
from=0 # first what this consumer had in hand when it ended, then what is new
while true; do
  # one event at a time: its stream id is the second line, then names and values in turn
  mapfile -t reply < <(ask XREADGROUP GROUP "$group" shell COUNT 1 BLOCK 5000 STREAMS "$stream" "$from")
  if ((${#reply[@]} < 3)); then
    from='>'
    continue
  fi
  declare -A event=()
  for ((at = 2; at + 1 < ${#reply[@]}; at += 2)); do event[${reply[at]}]=${reply[at + 1]}; done
  echo "${event[type]} ${event[subject]} ${event[seq]}" # your work comes here
  ask XACK "$stream" "$group" "${reply[1]}" >/dev/null
done
