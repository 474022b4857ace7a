#!/usr/bin/env bash
# Lets an environment run the images that a pipeline has released, and pushes that to main:
# bump-all.sh ENVIRONMENT FOLDER, where FOLDER has a file <name> with the reference of each.
set -euo pipefail
: "${2:?usage: bump-all.sh ENVIRONMENT FOLDER}"
environment=$1 folder=$2
[[ -d $folder ]] || { echo "bump-all.sh: there is no folder $folder" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
export GIT_AUTHOR_NAME=images GIT_AUTHOR_EMAIL=images@mallhive.test
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
shopt -s nullglob
for file in "$folder"/*; do
  # Functions and jobs are no pods: lambda_image of Terraform and parameters of executions name theirs.
  [[ $(basename "$file") =~ ^(lambda|evaluation)$ ]] && continue
  "$here/bump-digest.sh" "$environment" "$(basename "$file")" "$(cat "$file")"
done
# Others land meanwhile; digests conflict only with digests.
git pull --quiet --rebase origin main
git push --quiet origin HEAD:main
