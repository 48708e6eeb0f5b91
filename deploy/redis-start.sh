#!/bin/sh
# Starts Redis on the folder this is run in, with the redis.conf beside this file and the arguments it is given.
# First a transaction without an end is cut off its append-only file: docs/adr/0025. What src/shared/provide does, it does too.
log=appendonlydir/appendonly.aof.manifest
[ -e "$log" ] || log=appendonly.aof # Redis 6.2
if [ -e "$log" ]; then
  said=$(redis-check-aof "$log" 2>&1)
  cut=$(echo "$said" | sed -n 's/.* diff=//p' | tail -n 1)
  case $said in
    # damaged elsewhere, not torn at its end: all behind the damage would be cut. Redis refuses it and says why
    *'format error'* | *'Expected prefix'* | *Unexpected*) ;;
    *) [ "${cut:-0}" -gt 0 ] && [ "$cut" -le 33554432 ] && echo y | redis-check-aof --fix "$log" ;;
  esac
fi
# Redis writes before it answers and does not wait for the disk. This does, once a second: docs/adr/0026.
while sleep 1 && kill -0 $$; do
  for log in appendonly.aof appendonlydir/*.incr.aof; do
    [ -e "$log" ] && sync -d "$log"
  done
done &
exec redis-server "$(dirname "$0")/redis.conf" "$@"
