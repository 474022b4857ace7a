#!/usr/bin/env bash
# Lets an environment run a pushed image: bump-digest.sh ENVIRONMENT NAME REFERENCE. Commits; the caller pushes.
set -euo pipefail
: "${3:?usage: bump-digest.sh ENVIRONMENT NAME REFERENCE}"
environment=$1 name=$2 image=$3
cd "$(git rev-parse --show-toplevel)"
file="infra/kubernetes/overlays/$environment/images/kustomization.yaml"
digest=${image##*@}
[[ $digest =~ ^sha256:[0-9a-f]{64}$ ]] || { echo "$image has no digest" >&2; exit 1; }
grep -q "name: mallhive/$name\$" "$file" || { echo "$environment has no image $name" >&2; exit 1; }
sed -i "/name: mallhive\/$name\$/,/digest:/s|digest: .*|digest: $digest|" "$file"
git diff --quiet -- "$file" && exit 0
git commit --quiet --message "$environment: run $name ${digest:7:12}" -- "$file"
