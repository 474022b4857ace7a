#!/usr/bin/env bash
# Builds an image by infra/docker/Dockerfile.<name>: build-image.sh NAME. Prints its local name.
# BASE: the image of Node, by digest; Dockerfile.base has none.
set -euo pipefail
name=$1
cd "$(dirname "$0")/../.."
mapfile -t made < <(npm run --silent infra -- image-context "$name" | tail -n 3)
image="localhost/mallhive/$name:built"
buildah bud --format docker --layers=false \
  --timestamp "$(git log -1 --format=%ct)" \
  --label "org.opencontainers.image.revision=$(git rev-parse HEAD)" \
  --build-arg "BASE=${BASE:-}" \
  --file "infra/docker/Dockerfile.$name" --tag "$image" "${made[0]}" >&2
echo "$image"
