#!/usr/bin/env bash
# Three replicas and nginx on loopback, for real: publishes a story, restarts each replica, kills one under load, stops them all, and says
# what readers saw. Needs git, nginx and a built checkout (npm run build). Ends with an error when a promise is broken:
# P5, no request fails when one replica is killed, and a dead origin is answered from the proxy's copy; P6, a pushed story
# is public on every replica.
set -euo pipefail
cd "$(dirname "$0")/.."
checkout=$PWD
place=$checkout/.scratch/replicas
first=${TRY_PORT:-3301}
front=$((first + 9))
export REVALIDATE_SECRET=only-for-this-trial-on-loopback-0123456789
export SITE_URL=http://127.0.0.1:$front NEXT_TELEMETRY_DISABLED=1
pids=()
broken=0

finish() {
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
  [ -f "$place/nginx.pid" ] && kill "$(cat "$place/nginx.pid")" 2>/dev/null || true
}
trap finish EXIT
say() { printf '%s\n' "$*"; }
check() { # what, command…
  local what=$1
  shift
  if "$@"; then say "  kept    $what"; else
    say "  BROKEN  $what"
    broken=$((broken + 1))
  fi
}
status() { curl -s -o /dev/null -m 20 -w '%{http_code}' "$1" || true; }
until_says() { # url, text, since when, seconds: how long until the page has the text
  while awk "BEGIN { exit !($EPOCHREALTIME - $3 < $4) }"; do
    if curl -s -m 5 "$1" | grep -q "$2"; then
      awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $3 }"
      return
    fi
    sleep 0.1
  done
  echo "more than $4"
}
at_most() { # what was measured, seconds
  awk "BEGIN { exit !(\"$1\" ~ /^[0-9.]+$/ && \"$1\" + 0 <= $2) }"
}
put_down() { # servers: at once, without a word of the shell
  kill -9 "$@"
  wait "$@" 2>/dev/null || true
}
all_served() { # what the readers saw
  grep -q '"failed":0,"statuses":{"200":[0-9]*}' "$1"
}
cached() { # url, header: what nginx says of its copy
  curl -s -o /dev/null -m 20 -D - -H "$2" "$1" | tr -d '\r' | sed -n 's/^X-Cache: //p'
}
many() { # url, curl's options…: the statuses of 150 requests, 10 at a time
  local url=$1
  shift
  seq 150 | xargs -P 10 -I{} curl -s -o /dev/null -m 20 -w '%{http_code}\n' "$@" "$url" | sort -u | tr '\n' ' '
}
git_() { git -c user.name=Desk -c user.email=desk@example.org "$@"; }

[ -f .next/BUILD_ID ] || { say 'Build first: npm run build'; exit 2; }
rm -rf "$place" && mkdir -p "$place/cache"

say '1. A remote, and three clones of it that share nothing else'
mkdir "$place/seed"
git ls-files -z | xargs -0 cp --parents -t "$place/seed"
(cd "$place/seed" && git_ init -q -b main && git_ add -A && git_ commit -q -m 'The site')
git clone -q --bare "$place/seed" "$place/remote.git"
git clone -q "$place/remote.git" "$place/desk"
servers=()
start() { # replica
  (cd "$place/$1" && PORT=$((first + $1 - 1)) exec node "$checkout/node_modules/next/dist/bin/next" start -H 127.0.0.1) >>"$place/$1.log" 2>&1 &
  pids+=($!)
  servers[$1]=$!
}
until_ready() { # replica
  for _ in $(seq 1 100); do [ "$(status "http://127.0.0.1:$((first + $1 - 1))/api/health/ready")" = 200 ] && break; sleep 0.2; done
}
for n in 1 2 3; do
  git clone -q "$place/remote.git" "$place/$n"
  cp -r .next .content "$place/$n/"
  ln -s "$checkout/node_modules" "$place/$n/node_modules"
  start $n
done
for n in 1 2 3; do
  until_ready $n
  (cd "$place/$n" && PORT=$((first + n - 1)) exec node --import tsx cli/follow.ts --every 2) >"$place/$n.follow.log" 2>&1 &
  pids+=($!)
done
# A follower's first round looks at every file, as at any start of a machine.
for n in 1 2 3; do
  for _ in $(seq 1 150); do grep -q ' removed' "$place/$n.follow.log" && break; sleep 0.2; done
done

say '2. nginx with the configuration of this folder'
sed -e "s|/run/nginx.pid|$place/nginx.pid|; s|/var/log/nginx/error.log|$place/nginx.log|; s|/var/log/nginx/access.log|$place/access.log|; s|/var/cache/nginx/copydesk|$place/cache|" \
  -e "s|127.0.0.1:3001|127.0.0.1:$first|; s|127.0.0.1:3002|127.0.0.1:$((first + 1))|; s|127.0.0.1:3003|127.0.0.1:$((first + 2))|" \
  -e "s|listen 80 default_server|listen 127.0.0.1:$front default_server|; s|rate=100r/s|rate=100000r/s|" \
  deploy/nginx.conf >"$place/nginx.conf"
nginx -c "$place/nginx.conf"
site=http://127.0.0.1:$front
code=$(status "$site/")
check "the front page comes through ($site: $code)" [ "$code" = 200 ]
paths=/,/about,/category/news,/feed.xml,/gpt-4-passes-the-bar-and-reads-pictures,/deepseek-r1-open-weights-and-a-market-shock

say '3. What the proxy refuses'
for path in '/x/%E0%A4%A' '/%00' '/a%2fb' '/a%5cb' '//evil.example' '/..%2f..%2fetc/passwd'; do
  code=$(curl -s -o /dev/null -m 5 --path-as-is -w '%{http_code}' "$site$path")
  check "${path:0:30} is refused ($code)" [ "$code" = 400 ]
done
code=$(status "$site/$(printf 'a%.0s' {1..3000})")
check "3,000 letters are refused ($code)" [ "$code" = 414 ]
code=$(curl -s -o /dev/null -m 5 -d x -w '%{http_code}' "$site/API/revalidate")
check "a body for what is nearly the webhook is refused ($code)" [ "$code" = 405 ]
for header in 'x-middleware-prefetch: 1' 'rsc: 1' 'user-agent: Bingbot' 'sec-fetch-dest: image'; do
  path=/feeds?$RANDOM
  curl -s -o /dev/null -m 20 -H "$header" "$site$path"
  check "who sends $header changes nothing for the next reader" grep -q '</html>' <(curl -s -m 20 "$site$path")
done
for method in PUT DELETE TRACE; do
  code=$(curl -s -o /dev/null -m 5 -X $method -w '%{http_code}' "$site/about")
  check "$method is refused ($code)" [ "$code" = 405 ]
done

say '4. What costs work is limited'
picture='/_next/image?url=%2Fassets%2Fimages%2Fdeepseek-r1.jpg&w=640&q=75'
for _ in $(seq 10); do [ "$(curl -s -o /dev/null -m 30 -H 'Accept: image/avif,image/webp' -w '%{http_code}' "$site$picture")" = 200 ] && break; done
seen=$(cached "$site$picture" 'Accept: x/1, image/avif')
check "a picture is made smaller once for a format, however it is asked for ($seen)" [ "$seen" = HIT ]
seen=$(curl -s -m 30 -o /dev/null -w '%{content_type}' -H 'Accept: image/webp' "$site$picture")
check "who reads no AVIF gets none ($seen)" [ "$seen" = image/webp ]
for path in "$picture&x=1" "${picture/deepseek/%64eepseek}" "${picture/\%2F/%2f}" '/_next/image?url=x'; do
  code=$(status "$site$path")
  check "${path:14:55} is refused ($code)" [ "$code" = 400 ]
done
for path in '/search?q=chips' '/search/suggest?q=chips' /og/deepseek-r1-open-weights-and-a-market-shock/card.png; do
  seen=$(many "$site$path")
  check "too many of $path: $seen" [ "$seen" = '200 429 ' ]
  sleep 5
done
seen=$(many "$site/preview/x?token=y")
check "too many tokens tried: $seen" [ "$seen" = '404 429 ' ]
sleep 11
seen=$(many "$site/api/revalidate" -X POST -d '{}')
check "too many signatures tried: $seen" [ "$seen" = '401 429 ' ]
for path in /about /preview/x/a-secret-token /%70review/x/a-secret-token '/search?q=a-secret-search'; do
  curl -s -o /dev/null -m 20 "$site$path"
done
check 'the access log has lines, with the state of the copy' grep -q ' 200 GET "/about" .*cache=' "$place/access.log"
for secret in 'token=y' a-secret-token a-secret-search; do
  check "no $secret in the logs of nginx" bash -c '! grep -q -- "$0" "$1" "$2"' "$secret" "$place/access.log" "$place/nginx.log"
done
check 'and pages are answered all the same' [ "$(status "$site/about")" = 200 ]

say '5. A story is pushed'
cat >"$place/desk/posts/2026-01-05-pushed-for-the-trial.md" <<'POST'
---
title: Pushed for the trial
description: A story that the trial of the replicas publishes.
author: desk
categories: [News]
---

It came by git alone.
POST
(cd "$place/desk" && git_ add -A && git_ commit -q -m 'A story' && git_ push -q origin main)
pushed=$EPOCHREALTIME
waits=()
for n in 1 2 3; do
  until_says "http://127.0.0.1:$((first + n - 1))/pushed-for-the-trial" 'Pushed for the trial' "$pushed" 40 >"$place/$n.took" &
  waits+=($!)
done
wait "${waits[@]}"
# 10 seconds are promised of a server by itself. Here three share a machine with whatever else runs on it.
for n in 1 2 3; do
  took=$(cat "$place/$n.took")
  check "P6: public on replica $n $took s after the push" at_most "$took" $((3 * 10))
done
took=$(until_says "$site/" 'Pushed for the trial' "$pushed" 40)
check "on the front page through nginx $took s after the push" at_most "$took" $((3 * 10))

say '6. A story is edited, one deleted, one moved; then each replica is killed and started again while 20 readers read'
(
  cd "$place/desk"
  edited=$(ls posts/*gpt-4-passes* | head -1)
  printf '\nAdded in the trial.\n' >>"$edited"
  rm posts/*deepseek-r1-open-weights*
  echo '/deepseek-r1-open-weights-and-a-market-shock: Taken back in the trial.' >gone.yml
  sed 's/^title: /aliases: [\/pushed-for-the-trial]\ntitle: Moved, /' posts/2026-01-05-pushed-for-the-trial.md >posts/2026-01-05-moved-in-the-trial.md
  git rm -q --cached posts/2026-01-05-pushed-for-the-trial.md && rm posts/2026-01-05-pushed-for-the-trial.md
  git_ add -A && git_ commit -q -m 'An edit, a deletion and a move' && git_ push -q origin main
)
pushed=$EPOCHREALTIME
for n in 1 2 3; do
  took=$(until_says "http://127.0.0.1:$((first + n - 1))/moved-in-the-trial" 'Moved, ' "$pushed" 40)
  check "public on replica $n $took s after the push" at_most "$took" 40
done
node --import tsx bench/load.ts "$site" 45 20 "/,/about,/category/news,/feed.xml,/moved-in-the-trial" >"$place/restarted.json" &
load=$!
for n in 1 2 3; do
  put_down "${servers[$n]}"
  start $n
  until_ready $n
  check "P15: replica $n says after its restart what its index says" node --import tsx deploy/compare-pages.ts "$place/$n" "http://127.0.0.1:$((first + n - 1))"
done
check 'P15: and through nginx' node --import tsx deploy/compare-pages.ts "$place/1" "$site"
code=$(status "$site/deepseek-r1-open-weights-and-a-market-shock")
check "P16: the story that was taken back is gone ($code)" [ "$code" = 410 ]
wait $load
say "  $(cat "$place/restarted.json")"
check 'P5: no request failed' all_served "$place/restarted.json"

paths=${paths/,\/deepseek-r1-open-weights-and-a-market-shock/}
say '7. A replica is killed while 20 readers read for 10 seconds'
node --import tsx bench/load.ts "$site" 10 20 "$paths" >"$place/killed.json" &
load=$!
sleep 3
put_down "${servers[1]}"
wait $load
say "  $(cat "$place/killed.json")"
check 'P5: no request failed' all_served "$place/killed.json"

say '8. All replicas are stopped while they read'
node --import tsx bench/load.ts "$site" 10 20 "$paths" >"$place/dead.json" &
load=$!
sleep 3
put_down "${servers[2]}" "${servers[3]}"
wait $load
say "  $(cat "$place/dead.json")"
check 'P5: a dead origin is answered from the copy of nginx' all_served "$place/dead.json"

say "$broken broken"
[ "$broken" -eq 0 ]
