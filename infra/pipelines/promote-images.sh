#!/usr/bin/env bash
# Lets an environment run what another runs: promote-images.sh FROM TO. Commits.
set -euo pipefail
from=$1 to=$2
here=$(cd "$(dirname "$0")" && pwd)
cd "$(git rev-parse --show-toplevel)"
file="infra/kubernetes/overlays/$from/images/kustomization.yaml"
while read -r name digest; do
  "$here/bump-digest.sh" "$to" "$name" "$name@$digest"
done < <(awk '$2 == "name:" { sub("mallhive/", "", $3); name = $3 } $1 == "digest:" { print name, $2 }' "$file")
