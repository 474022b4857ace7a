#!/usr/bin/env bash
# Fails unless an image is signed, with bill of materials and provenance: verify-image.sh REFERENCE.
# VERIFYING_KEY: awskms:///<key>, or a file with the public key.
set -euo pipefail
: "${1:?usage: verify-image.sh REFERENCE}"
image=$1
case $image in *@sha256:*) ;; *) echo "$image has no digest" >&2 && exit 1 ;; esac
options=(--key "${VERIFYING_KEY:?}" --insecure-ignore-tlog=true --private-infrastructure)
cosign verify "${options[@]}" "$image" >/dev/null
COSIGN_REPOSITORY=$("$(dirname "$0")/attestations-of.sh" "$image")
export COSIGN_REPOSITORY
for type in cyclonedx slsaprovenance1; do
  cosign verify-attestation "${options[@]}" --type "$type" "$image" >/dev/null
done
