#!/usr/bin/env bash
# Signs a pushed image and what it is made of: sign-image.sh NAME REFERENCE, where the reference has a digest.
# SIGNING_KEY, VERIFYING_KEY: awskms:///<key>, or files with the two keys. Signatures are the mall's own, so no public log learns of them.
set -euo pipefail
: "${2:?usage: sign-image.sh NAME REFERENCE}"
name=$1 image=$2
cd "$(dirname "$0")/../.."
case $image in *@sha256:*) ;; *) echo "$image has no digest" >&2 && exit 1 ;; esac
here=infra/pipelines
# Tags of images never move in the registry, also not those of signatures: an image that is signed is left alone.
cosign verify --key "${VERIFYING_KEY:?}" --insecure-ignore-tlog=true --private-infrastructure "$image" >/dev/null 2>&1 ||
  cosign sign --yes --tlog-upload=false --key "${SIGNING_KEY:?}" "$image"
made=.cache/infra/images
attest() {
  COSIGN_REPOSITORY=$("$here/attestations-of.sh" "$image") \
    cosign attest --yes --tlog-upload=false --replace --key "$SIGNING_KEY" --type "$1" --predicate "$2" "$image"
}
attest cyclonedx "$made/$name.cdx.json"
attest slsaprovenance1 "$made/$name.provenance.json"
