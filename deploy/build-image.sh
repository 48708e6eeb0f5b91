#!/usr/bin/env bash
# Builds the image without a container engine, and runs the sample news web in it to its end.
#
#   deploy/build-image.sh [TAG]          needs buildah, as root or with subordinate ids; TAG: wirefold:dev if left out
#
# Where docker.io cannot be reached, a stand-in for the base image is made of Debian (debootstrap, as root) and of Node and
# npm from the npm registry: same release, same user, same paths. What is built on it shows that the Dockerfile works; it is
# not for production. REDIS_URL names a Redis the run is to use; without it one is provided inside.
set -euo pipefail
cd "$(dirname "$0")/.."

tag=${1:-wirefold:dev}
base=$(sed -n 's/^FROM \(\S*\) AS runtime$/\1/p' Dockerfile)
work=$PWD/.cache/image
export STORAGE_DRIVER=vfs BUILDAH_ISOLATION=chroot BUILDAH_HISTORY=true
mkdir -p "$work"

say() { printf '\n== %s\n' "$*"; }
need() { command -v "$1" >/dev/null || { echo "$1 is missing: apt-get install $1" >&2; exit 1; }; }
# a user without root works in a namespace of its own
in_storage() { if [ "$(id -u)" = 0 ]; then "$@"; else buildah unshare -- "$@"; fi; }
build() { buildah --root "$work/storage" --runroot "$work/run" "$@"; }
export -f build
export work

# Puts Debian, Node and npm where the official image has them.
make_base() {
  local name=docker.io/library/$1 release=${1#node:} suite root=$work/base
  suite=$(sed 's/^[^-]*-\([a-z]*\).*/\1/' <<<"$release")
  need debootstrap
  rm -rf "$root"
  debootstrap --variant=minbase --include=ca-certificates,libstdc++6 "$suite" "$root" >"$work/debootstrap.log"
  npm install --silent --no-audit --no-fund --prefix "$work/node" "node@${release%%-*}" npm@11
  cp "$work/node/node_modules/node/bin/node" "$root/usr/local/bin/node"
  mkdir -p "$root/usr/local/lib/node_modules"
  cp -a "$work/node/node_modules/npm" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
  # of the machine, so that a registry behind its own authority is trusted
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
  chroot "$root" useradd --create-home --shell /bin/bash --uid 1000 node
  local made
  made=$(build from scratch)
  build copy --quiet "$made" "$root" / >/dev/null
  build config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt --cmd node "$made"
  build commit --quiet --rm "$made" "$name" >/dev/null
  rm -rf "$root"
}

has_base() { build inspect --type image "docker.io/library/$base" >/dev/null 2>&1; }

need buildah
say "base image $base"
if has_base; then echo "is here"
elif build pull --quiet "docker.io/library/$base" 2>"$work/pull.log"; then echo "pulled"
else
  tail -n 1 "$work/pull.log"
  echo "making a stand-in of Debian and npm"
  make_base "$base"
fi

say "building $tag"
in_storage bash -c 'build build --pull-never --format docker --target runtime --tag "$1" .' build "$tag"

say "running the sample news web in $tag, as user 1000, to its end"
container=$(build from --pull-never "$tag")
trap 'build rm "$container" >/dev/null' EXIT
build run --user 1000:1000 --env DATA_DIR=/tmp/data --env HTTP_PORT=0 --env METRICS_PORT=0 \
  ${REDIS_URL:+--env REDIS_URL="$REDIS_URL"} "$container" -- node src/main.ts start --once
say "$tag is built and works: $(build images --quiet "$tag" | head -n 1)"
