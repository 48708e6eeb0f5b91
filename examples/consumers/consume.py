"""python3 consume.py REDIS_URL [PREFIX] [GROUP]"""
import json
import sys

import redis

url, prefix, group = (sys.argv[1:] + ["redis://127.0.0.1:6379", "wirefold", "example"][len(sys.argv) - 1 :])[:3]
stream, consumer = f"{prefix}:events", "python"
db = redis.Redis.from_url(url, decode_responses=True)
seen = set()  # a real consumer keeps a unique key on the event's id in its own database


def work(fields):
    """Your work comes here."""
    story = json.loads(fields["data"])["story"]
    print(fields["type"], fields["subject"], fields["seq"], story["size"], story["headline"], flush=True)


def settle(entries):
    for stream_id, fields in entries:
        if fields and fields["id"] not in seen:  # no fields: trimmed meanwhile
            work(fields)
            seen.add(fields["id"])
        db.xack(stream, group, stream_id)


try:
    db.xgroup_create(stream, group, id="0", mkstream=True)
except redis.ResponseError as error:
    if "BUSYGROUP" not in str(error):
        raise

while own := db.xreadgroup(group, consumer, {stream: "0"}, count=100)[0][1]:
    settle(own)  # what this consumer had in hand when it ended

place = "0-0"
while True:
    # what others have left alone for a minute; each look goes on where the one before ended, and then begins anew
    place, left = db.xautoclaim(stream, group, consumer, min_idle_time=60_000, start_id=place, count=100)[:2]
    settle(left)
    for _, entries in db.xreadgroup(group, consumer, {stream: ">"}, count=100, block=5_000):
        settle(entries)
