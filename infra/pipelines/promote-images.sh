#!/usr/bin/env bash
# Lets an environment run what another runs: promote-images.sh FROM TO. Commits.
set -euo pipefail
: "${2:?usage: promote-images.sh FROM TO}"
from=$1 to=$2
case "$from $to" in
  'dev staging' | 'staging production') ;;
  *) echo "$to does not run what $from runs" >&2 && exit 1 ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
cd "$(git rev-parse --show-toplevel)"
file="infra/kubernetes/overlays/$from/images/kustomization.yaml"
while read -r name digest; do
  "$here/bump-digest.sh" "$to" "$name" "$name@$digest"
done < <(awk '$2 == "name:" { sub("mallhive/", "", $3); name = $3 } $1 == "digest:" { print name, $2 }' "$file")
