#!/usr/bin/env bash
# Signs a pushed image and what it is made of: sign-image.sh NAME REFERENCE, where the reference has a digest.
# SIGNING_KEY: awskms:///alias/<key>, or a key file. Signatures are the mall's own, so no public log learns of them.
set -euo pipefail
name=$1 image=$2
cd "$(dirname "$0")/../.."
case $image in *@sha256:*) ;; *) echo "$image has no digest" >&2 && exit 1 ;; esac
made=.cache/infra/images
cosign sign --yes --tlog-upload=false --key "${SIGNING_KEY:?}" "$image"
cosign attest --yes --tlog-upload=false --key "$SIGNING_KEY" --type cyclonedx --predicate "$made/$name.cdx.json" "$image"
cosign attest --yes --tlog-upload=false --key "$SIGNING_KEY" --type slsaprovenance1 --predicate "$made/$name.provenance.json" "$image"
