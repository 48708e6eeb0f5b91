#!/bin/sh
# Starts Redis after cutting a transaction without an end off its append-only file: docs/adr/0025.
for manifest in /data/appendonlydir/*.manifest; do
  [ -e "$manifest" ] || continue
  said=$(redis-check-aof "$manifest" 2>&1)
  cut=$(echo "$said" | sed -n 's/.* diff=//p' | tail -n 1)
  case $said in
    # damaged elsewhere, not torn at its end: all behind the damage would be cut. Redis refuses it and says why
    *'format error'* | *'Expected prefix'* | *Unexpected*) ;;
    *) [ "${cut:-0}" -gt 0 ] && [ "$cut" -le 33554432 ] && echo y | redis-check-aof --fix "$manifest" ;;
  esac
done
# Redis writes before it answers and does not wait for the disk. This does, once a second: docs/adr/0026.
while sleep 1 && kill -0 $$; do
  for log in /data/appendonlydir/*.incr.aof; do
    [ -e "$log" ] && sync -d "$log"
  done
done &
exec redis-server /etc/redis/redis.conf
