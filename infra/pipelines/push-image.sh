#!/usr/bin/env bash
# Pushes a built image: push-image.sh NAME. Prints its name with the digest that the registry has it under.
# REGISTRY: the registry's host. No tag is ever moved: the tag is the commit.
set -euo pipefail
: "${1:?usage: push-image.sh NAME}"
name=$1
cd "$(dirname "$0")/../.."
repository="${REGISTRY:?}/mallhive/$name"
digest=$(mktemp)
trap 'rm -f "$digest"' EXIT
buildah push --digestfile "$digest" "localhost/mallhive/$name:built" "docker://$repository:$(git rev-parse HEAD)" >&2
echo "$repository@$(cat "$digest")"
