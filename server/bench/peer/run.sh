#!/usr/bin/env bash
# Measures the release server with the neutral workload and client of a folder of peers, beside which it is laid:
#   server/bench/peer/run.sh PEERS WORKDIR [ROUNDS]
# PEERS has run.sh, which has measured the others into WORKDIR, and lib/. Prints the medians of all of them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
peers=$(cd "$1" && pwd)
mkdir -p "$2" && work=$(cd "$2" && pwd)
rounds=${3:-3}
server=${LIANYING_SERVER:-$here/../../../target/release/server}
[[ -d $work/lib ]] || cp -r "$peers/lib" "$work/"
mkdir -p "$work/lianying" && cp "$here/bench.mjs" "$work/lianying/"

for _ in $(seq "$rounds"); do
  data=$(mktemp -d)
  export LIANYING_DATABASE=$data/lianying.db LIANYING_PHOTOS=$data/photos LIANYING_LOG=error
  "$server" seed --outlets 400 --days 20 >/dev/null
  "$server" serve --listen 127.0.0.1:0 >"$data/out" 2>&1 &
  pid=$!
  until url=$(grep -om1 'http://[0-9.:]*' "$data/out" 2>/dev/null); do
    kill -0 "$pid" || { cat "$data/out" >&2; exit 1; }
    sleep 0.1
  done
  URL=$url SPID=$pid DIR=$data node "$work/lianying/bench.mjs" || { kill "$pid"; exit 1; }
  kill "$pid"
  wait "$pid" || true
  rm -rf "$data"
done
node "$work/lib/medians.mjs"
