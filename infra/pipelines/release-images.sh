#!/usr/bin/env bash
# Releases images: release-images.sh FOLDER [BASE]. Those that the changes since the commit BASE rebuild, or all of them. Writes each
# reference to a file FOLDER/<name>, and makes no folder where there is none.
set -euo pipefail
: "${1:?usage: release-images.sh FOLDER [BASE]}"
folder=$1 base=${2-}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
if [ -n "$base" ]; then
  names=$(npm run --silent infra -- changed "$base" | tail -n 1 | jq -r '.images[]')
else
  names=$(npm run --silent infra -- images | tail -n 1 | jq -r '.[]')
fi
for name in $names; do
  mkdir -p "$folder"
  "$here/release-image.sh" "$name" >"$folder/$name"
done
