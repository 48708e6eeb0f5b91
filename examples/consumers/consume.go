// go run consume.go REDIS_URL [PREFIX] [GROUP]
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"strings"
	"time"

	"github.com/redis/go-redis/v9"
)

type story struct {
	Headline string `json:"headline"`
	Size     int    `json:"size"`
}

const consumer = "go"

// A real consumer keeps a unique key on the event's id in its own database.
var seen = map[any]bool{}

// Your work comes here.
func work(fields map[string]any) error {
	var data struct{ Story story }
	if err := json.Unmarshal([]byte(fields["data"].(string)), &data); err != nil {
		return err
	}
	fmt.Println(fields["type"], fields["subject"], fields["seq"], data.Story.Size, data.Story.Headline)
	return nil
}

func main() {
	url, prefix, group := argument(1, "redis://127.0.0.1:6379"), argument(2, "wirefold"), argument(3, "example")
	options, err := redis.ParseURL(url)
	check(err)
	db, ctx, stream := redis.NewClient(options), context.Background(), prefix+":events"

	err = db.XGroupCreateMkStream(ctx, stream, group, "0").Err()
	if err != nil && !strings.Contains(err.Error(), "BUSYGROUP") {
		log.Fatal(err)
	}
	settle := func(entries []redis.XMessage) {
		for _, entry := range entries {
			if id := entry.Values["id"]; id != nil && !seen[id] {
				check(work(entry.Values))
				seen[id] = true
			}
			check(db.XAck(ctx, stream, group, entry.ID).Err())
		}
	}
	read := func(from string) []redis.XMessage {
		answer, err := db.XReadGroup(ctx, &redis.XReadGroupArgs{
			Group: group, Consumer: consumer, Streams: []string{stream, from}, Count: 100, Block: 5 * time.Second,
		}).Result()
		if err == redis.Nil {
			return nil
		}
		check(err)
		return answer[0].Messages
	}

	for own := read("0"); len(own) > 0; own = read("0") {
		settle(own) // what this consumer had in hand when it ended
	}
	for place := "0-0"; ; {
		// what others have left alone for a minute; each look goes on where the one before ended, and then begins anew
		left, next, err := db.XAutoClaim(ctx, &redis.XAutoClaimArgs{
			Stream: stream, Group: group, Consumer: consumer, MinIdle: time.Minute, Start: place, Count: 100,
		}).Result()
		check(err)
		settle(left)
		place = next
		settle(read(">"))
	}
}

func argument(at int, otherwise string) string {
	if len(os.Args) > at {
		return os.Args[at]
	}
	return otherwise
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
