#!/usr/bin/env bash
# Releases the images that the changes since a commit rebuild: release-changed.sh BASE FOLDER. Writes each reference to a file
# FOLDER/<name>, and makes no folder where there is none.
set -euo pipefail
base=$1 folder=$2
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
names=$(npm run --silent infra -- changed "$base" | tail -n 1 | jq -r '.images[]')
for name in $names; do
  mkdir -p "$folder"
  "$here/release-image.sh" "$name" >"$folder/$name"
done
