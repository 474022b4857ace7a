#!/usr/bin/env bash
# Writes a release's preview to its pull request, one comment for each micro frontend: comment-preview.sh NAME < output of publish.
# GITHUB_TOKEN, GITHUB_REPOSITORY, PULL_REQUEST; GITHUB_API_URL is GitHub's API.
set -euo pipefail
: "${1:?usage: comment-preview.sh NAME}"
name=$1
mark="<!-- preview of $name -->"
preview=$(grep -oE 'https?://[^[:space:]]*mall-pin=[^[:space:]]+' | tail -n 1)
body=$(jq -n --arg body "$mark
**$name**: [open the preview]($preview)" '{ body: $body }')
api() {
  curl --fail --silent --show-error --header "authorization: Bearer ${GITHUB_TOKEN:?}" \
    --header 'accept: application/vnd.github+json' "$@"
}
issues="${GITHUB_API_URL:-https://api.github.com}/repos/${GITHUB_REPOSITORY:?}/issues"
id=$(api "$issues/${PULL_REQUEST:?}/comments?per_page=100" |
  jq -r --arg mark "$mark" 'map(select(.body | startswith($mark)))[0].id // empty')
if [ -n "$id" ]; then
  api --request PATCH --data "$body" "$issues/comments/$id" >/dev/null
else
  api --request POST --data "$body" "$issues/$PULL_REQUEST/comments" >/dev/null
fi
