#!/usr/bin/env bash
# Builds an image by infra/docker/Dockerfile.<name>: build-image.sh NAME. Prints its local name.
# An image stands on `base`, which is built as well.
set -euo pipefail
: "${1:?usage: build-image.sh NAME}"
name=$1
cd "$(dirname "$0")/../.."
image() { echo "localhost/mallhive/$1:built"; }
if [ "$name" != base ] && ! buildah images "$(image base)" >/dev/null 2>&1; then "$0" base >&2; fi
mapfile -t made < <(npm run --silent infra -- image-context "$name" | tail -n 3)
buildah bud --format docker --layers=false \
  --timestamp "$(git log -1 --format=%ct)" \
  --label "org.opencontainers.image.revision=$(git rev-parse HEAD)" \
  --build-arg "BASE=$(image base)" \
  --file "infra/docker/Dockerfile.$name" --tag "$(image "$name")" "${made[0]}" >&2
image "$name"
